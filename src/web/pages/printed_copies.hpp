#pragma once

#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "casework/subject_access.hpp"
#include "domain/subject_access.hpp"

namespace northlight::web {

/// Which copies of an answer are made.
enum class Copies { All, WithoutPdf };

/// What machines can print of an answer: all of it, where Chromium is installed.
Copies copies_here();

/// The answer to somebody who asked what is held on them, as it is given out: a page, data, and a
/// PDF. Fails with Unavailable where the PDF is not printed.
Result<std::vector<casework::PrintedCopy>> printed_copies(const casework::ReadyToGive& ready,
                                                          const domain::SubjectAccessPolicy& policy,
                                                          Date today, Copies copies);

}  // namespace northlight::web

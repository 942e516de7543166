#pragma once

#include "base/share.hpp"
#include "framework/edition.hpp"
#include "html/html.hpp"
#include "report/sample_says.hpp"

namespace northlight::web::views {

/// A share as a bar, with the edges of the bands and the range of practice as a thin line. Drawn
/// only: the figures stand in words beside it, so it is hidden from screen readers.
html::Html question_bar(const framework::Edition& edition, Percent percent,
                        const report::SampleSays* says);

/// What the marks of the bars mean, once a page.
html::Html question_bar_key(const framework::Edition& edition);

}  // namespace northlight::web::views

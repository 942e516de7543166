#pragma once

#include "accounts/gate.hpp"
#include "base/result.hpp"

/// What somebody had sent about a file and could not be taken when it came.
namespace northlight::casework {

/// Before it is shown to them again: they may still find the file, and the trail says that it was
/// shown. What they then do with it is asked for by itself.
Status show_kept_answers(accounts::Gate& gate, const accounts::Asker& asker, domain::FileId file);

}  // namespace northlight::casework

#pragma once

#include "casework/uploads.hpp"

namespace northlight::web::views {

/// A document that somebody sent in, to be saved by whoever may read the file.
inline std::string bytes_of(const casework::SentDocument& document) {
  return document.content.reveal();
}

}  // namespace northlight::web::views

#pragma once

#include "store/uploads.hpp"
#include "web/router.hpp"

namespace northlight::web {

inline constexpr const char* too_large_to_take_in =
    "This file was not taken in: what is sent at once can be 20 MB. Send it by itself, make it "
    "smaller, or divide it";

/// Of a form with a document that is kept in somebody's file. One that is too large is left out
/// (UploadedFile::is_cut) and what was typed beside it is read, up to the size of a short film.
inline RouteOptions with_documents() {
  return {.files_left_out_above =
              RouteOptions::LeftOut{.files = store::largest_upload, .sent = 512UL << 20U},
          .too_large = "The file is larger than 20 MB. Send a smaller one, or divide it.",
          .audience = Audience::SignedIn};
}

}  // namespace northlight::web

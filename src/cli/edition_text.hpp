#pragma once

#include <string>

#include "framework/edition.hpp"

namespace northlight::cli {

/// An edition for people, from top to bottom: when it holds, how ratings are reached, each standard
/// with its key questions and prompts, and what is not known. A fact that is not published says so.
std::string edition_text(const framework::Edition& edition);

}  // namespace northlight::cli

#pragma once

#include <array>
#include <string_view>

namespace northlight::cli {

/// Names of the demonstration's children: nobody is called so.
inline constexpr std::array<std::string_view, 15> demo_given_names{
    "Wren",  "Sorrel", "Tansy",  "Bracken", "Lichen", "Heron",    "Burdock", "Pipit",
    "Sedge", "Clover", "Mallow", "Siskin",  "Yarrow", "Dotterel", "Teasel"};
inline constexpr std::array<std::string_view, 13> demo_family_names{
    "Exampleby",  "Sampleton",  "Inventfield", "Fictionby",   "Madeupham",
    "Pretendley", "Storyworth", "Testington",  "Imaginewell", "Placehold",
    "Notrealson", "Demoworth",  "Trialcott"};

}  // namespace northlight::cli

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/toml.hpp"
#include "domain/child_case.hpp"
#include "forms/code.hpp"

namespace northlight::cli {

/// Who writes a step of a story.
enum class StoryWriter { Worker, Manager };

/// How a step leaves its record.
enum class StoryEnding { Draft, Saved, Signed, Countersigned, Returned };

/// Something that is written in a record on one day.
struct StoryStep {
  std::string record;  ///< "contact first": its form, and a word that tells it from others.
  forms::FormCode form;
  int day = 0;  ///< After the case opened.
  StoryWriter by = StoryWriter::Worker;
  StoryEnding ends = StoryEnding::Signed;
  std::string words{};    ///< On countersigning or sending back.
  std::string ask{};      ///< What is to be done, on sending back.
  Toml::Table answers{};  ///< By field or group (demonstration/children/court.toml says how).
};

/// What happens with an invented child, or victim, from the day that their case opens.
struct Story {
  std::string title;
  std::vector<domain::CaseKind> kinds;  ///< Of the cases that it suits.
  std::vector<StoryStep> steps;
};

/// Reads every *.toml of the folders "children" and "victims" in the demonstration's; fails with
/// all that is wrong, each with file, line and key.
Result<std::vector<Story>> read_demo_stories(const std::filesystem::path& folder);

}  // namespace northlight::cli

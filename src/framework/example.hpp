#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "framework/code.hpp"

/// A worked example of an edition as its file states it. rating/check_examples.hpp runs it.
namespace northlight::framework {

struct ExampleCount {
  std::string standard;
  std::string lens;
  std::int64_t yes = 0;
  std::int64_t of = 0;
  std::int64_t not_applicable = 0;
};

struct ExampleJudgement {
  std::string case_name;
  std::string domain;
  std::string standard;
  std::string lens;
  std::string answer;
};

struct ExampleDecision {
  std::string standard;
  std::string rating;
  std::string by;
  std::optional<Date> on;
  std::string reason;
};

struct ExampleScore {
  std::int64_t score = 0;
  std::int64_t standards = 0;
};

struct ExampleUnrated {
  std::string what;
  std::string why;
};

/// What is expected of one standard. What is absent is not looked at.
struct ExpectedStandard {
  std::string standard;
  std::optional<std::string> rating;
  std::optional<std::string> computed;
  std::optional<std::vector<std::string>> decided_by;
  std::map<std::string, std::string> bands;  ///< Lens to rating.
  std::optional<bool> may_be_considered;
  std::optional<std::vector<std::string>> because;  ///< One fragment for each reason, in order.
  std::optional<std::string> comparison;            ///< A fragment.
  std::vector<std::string> trace_says;              ///< Fragments.
  std::optional<bool> not_rated;
};

struct Expected {
  std::optional<std::string> refused;  ///< "incomplete" or "invalid".
  std::vector<std::string> says;       ///< Fragments of the refusal.
  std::vector<ExpectedStandard> standards;
  std::optional<std::int64_t> score;
  std::optional<std::int64_t> score_maximum;
  std::optional<std::string> overall;
  std::optional<std::vector<std::string>> not_rated;
  std::vector<std::string> trace_says;
  std::vector<std::string> notices_say;
};

struct Example {
  std::string name;
  std::string file;
  int line = 0;
  std::string source;  ///< Where the figures come from; empty for invented ones.
  std::string note;

  std::vector<ExampleCount> counts;
  std::vector<ExampleJudgement> judgements;
  std::map<std::string, std::string> ratings;  ///< Stated: standard to rating.
  std::vector<ExampleDecision> decisions;
  std::vector<ExampleUnrated> unrated;
  std::optional<ExampleScore> score;  ///< Instead of the above: a score alone.

  Expected expect;
};

}  // namespace northlight::framework

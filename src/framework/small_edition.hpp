#pragma once

#include <string>
#include <vector>

#include "framework/read_framework.hpp"

/// A small edition for tests and fuzzers: three ratings, two lenses, two domains and two questions
/// a standard. It is unlike the real ones on purpose, so that no code can lean on those.
namespace northlight::framework {

inline constexpr const char* small_main = R"(id = "small"
title = "A small edition"
inspectorate = "An invented inspectorate"
summary = "For tests."
fieldwork_from = "2020-01"
fieldwork_until = "2020-12"
status = "published"
source = "book"

[[sources]]
id = "book"
title = "An invented book"
publisher = "An invented publisher"

[[scale]]
id = "weak"
name = "Weak"
points = 0
status = "published"
source = "book"
[[scale]]
id = "fair"
name = "Fair"
points = 2
status = "published"
source = "book"
[[scale]]
id = "strong"
name = "Strong"
points = 5
status = "published"
source = "book"

[[lenses]]
id = "north"
name = "Looking north"
status = "published"
source = "book"
[[lenses]]
id = "south"
name = "Looking south"
status = "published"
source = "book"

[[domains]]
id = "day"
number = "1"
title = "Work by day"
minimum_cases = 3
status = "published"
source = "book"
[[domains]]
id = "night"
number = "2"
title = "Work by night"
status = "published"
source = "book"

[rules.lowest_decides]
text = "The lowest decides."
status = "published"
source = "book"

[bands]
compare = "exact"
text = "Shares fall in bands."
status = "published"
source = "book"
[bands.rounding]
text = "Nothing is rounded."
status = "unverified"
source = "book"
[[bands.band]]
rating = "weak"
from = 0
below = 30
[[bands.band]]
rating = "fair"
from = 30
below = 90
[[bands.band]]
rating = "strong"
from = 90
up_to = 100

[overall]
text = "The average decides."
status = "published"
source = "book"
[[overall.bands]]
rating = "weak"
up_to = "1"
[[overall.bands]]
rating = "fair"
above = "1"
up_to = "7/2"
[[overall.bands]]
rating = "strong"
above = "7/2"

[discretion]
margin_points = 2
changed_judgements = 1
most_bands = 1
text = "A panel may differ."
status = "published"
source = "book"

[sample]
z = "1.2816"
p = "1/2"
margin = "1/20"
rounding = "up"
text = "So many are drawn."
status = "published"
source = "book"

[case_window]
starts_days_before = 364
ends_days_before = 66
fieldwork_weekday = "Monday"
text = "These are eligible."
status = "published"
source = "book"
)";

inline constexpr const char* small_walking = R"(id = "D1"
domain = "day"
title = "Walking"
rated_by = "weakest_question"
counts_in_score = true
status = "published"
source = "book"
[[questions]]
id = "D1.1"
lens = "north"
text = "Is the walk to the north good?"
status = "published"
source = "book"
prompts = [
  { id = "D1.1.a", text = "Is it long?", status = "published", source = "book" },
  { id = "D1.1.b", text = "Is it short?", status = "published", source = "book" },
]
[[questions]]
id = "D1.2"
lens = "south"
text = "Is the walk to the south good?"
status = "published"
source = "book"
)";

inline constexpr const char* small_sleeping = R"(id = "N1"
domain = "night"
title = "Sleeping"
rated_by = "panel"
counts_in_score = true
status = "published"
source = "book"
[[questions]]
id = "N1.1"
text = "Is the sleep sound?"
status = "published"
source = "book"
)";

inline constexpr const char* small_example = R"(about = "One case."
[[examples]]
name = "half is fair"
source = "book"
[examples.counts]
"D1" = { north = [3, 6], south = [6, 6] }
[examples.expect]
score = 2
[examples.expect.standards."D1"]
rating = "Fair"
)";

inline std::vector<FrameworkFile> small_edition_files() {
  return {{"small/framework.toml", small_main},
          {"small/standards/d1.toml", small_walking},
          {"small/standards/n1.toml", small_sleeping},
          {"small/examples/one.toml", small_example}};
}

}  // namespace northlight::framework

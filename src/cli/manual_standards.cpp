#include "cli/manual_pages.hpp"

namespace northlight::cli {
namespace {

// Standards, reports and ratings: what needs no database.
// 80 columns, so that a narrow terminal shows each page whole.
constexpr ManualPage standards_pages[] = {
    {"framework", R"(northlight framework: the inspection standards

Usage
  northlight framework check DIR [--format text|json]
  northlight framework list [--format text|json]
  northlight framework show EDITION [--format text|json]

Commands
  check   is a folder of standards complete and consistent?
  list    the editions that ship with the program
  show    one edition: standards, key questions, prompts, bands and rules

  Each has a page of its own: northlight framework COMMAND --help
)"},
    {"framework check",
     R"(northlight framework check: is a folder of standards complete and consistent?

Usage
  northlight framework check DIR [--format text|json]

What it does
  Reads the edition in DIR and runs its worked examples. Names everything that
  is wrong with file, line and key: an unknown key, an id used twice, bands with
  a gap or an overlap, a fact without a source, a standard without a question, a
  reference to what is not there, an example that comes out otherwise.

Input
  DIR   framework.toml, standards/*.toml and examples/*.toml: see frameworks/
        for three that can be copied

Options
  --format text|json   text unless given

Example
  northlight framework check frameworks/hmip-youth-2021

Exit status
  0  it can be used
  1  something is wrong with it
  2  DIR cannot be read or is no edition
)"},
    {"framework list", R"(northlight framework list: the editions that ship with the program

Usage
  northlight framework list [--format text|json]

Options
  --format text|json   text unless given

Exit status
  0  done
  2  the editions cannot be read
)"},
    {"framework show", R"(northlight framework show: one edition of the standards

Usage
  northlight framework show EDITION [--format text|json]

What it does
  Prints the standards with their key questions and prompts, the bands and
  rules, and what is not known. A fact that is computed or unverified says so.

Input
  EDITION   a code of northlight framework list, or a path such as ./my-edition

Options
  --format text|json   text unless given

Example
  northlight framework show hmip-youth-2021

Exit status
  0  done
  2  there is no such edition, or it cannot be used
)"},
    {"report", R"(northlight report: published inspection reports

Usage
  northlight report read FILE… [--format text|json]
  northlight report check FILE [--press FILE…] [--format text|json]

Commands
  read    ratings, percentages, findings and figures, each with its line
  check   does a report agree with itself, with the rules, and with the press?

  Each has a page of its own: northlight report COMMAND --help
)"},
    {"report read", R"(northlight report read: what a published report states

Usage
  northlight report read FILE… [--format text|json]

What it does
  Reads ratings, percentages with the counts behind them, score, strengths,
  areas for improvement, recommendations, samples, dates and figures about the
  area, each with the line on which it stands. What the text does not state is
  not stated: nothing is guessed. Nothing is kept.

Input
  FILE   a published report: a PDF of up to 50 MB, or text of up to 5 MB

Options
  --format text|json   text unless given; JSON is an array, one object a file

Example
  northlight report read east-sussex-2024.pdf --format json

Exit status
  0  read
  1  read, and the check found errors in one, or one is no inspection report
  2  a file cannot be read; what could be read of the others is printed
)"},
    {"report check", R"(northlight report check: does a report agree with itself?

Usage
  northlight report check FILE [--press FILE…] [--format text|json]

What it does
  Holds a published report against itself and against the rules of its edition:
  percentages that no number of cases gives, scores that do not add up, ratings
  that depart from the rule, lists that repeat themselves. Besides the findings
  it prints questions: what a lead inspector would want to look at again. With
  --press, each press text's claims are compared with the report.

Input
  FILE   a published report: a PDF of up to 50 MB, or text of up to 5 MB

Options
  --press FILE…        press texts about the inspection
  --format text|json   text unless given; JSON is an array, one object a file

Example
  northlight report check east-sussex-2024.pdf --press argus.txt

Exit status
  0  checked; there may be notices and questions
  1  checked, and there are errors, or the text is no inspection report
  2  a file cannot be read
)"},
    {"rate", R"(northlight rate: rate judgements by the rules of an edition

Usage
  northlight rate JUDGEMENTS.csv --edition EDITION [--decisions DECISIONS.toml]
                  [--format text|json]

What it does
  Counts the judgements of cases and rates each standard by its lowest key
  question, then works out the score and the overall rating. Says how each
  rating was reached, and where a panel may consider departing from it. A
  standard that is rated by a panel is rated only where DECISIONS.toml says so.

Input
  JUDGEMENTS.csv   the columns case,domain,standard,lens,answer with a header
                   row; the answer is yes, no or na. Put no names into it: a
                   case is a number or a code.

                     case,domain,standard,lens,answer
                     1,court,2.1,desistance,yes
                     1,court,2.1,child_safety,no

  DECISIONS.toml   what a panel decided, each with its name, day and reason:

                     [[rating]]
                     standard = "1.1"
                     rating = "Good"
                     by = "Moderation panel"
                     on = 2024-07-01
                     reason = "Why the evidence carries this rating."

Options
  --edition EDITION           a code of northlight framework list, or a path
                              such as ./my-edition
  --decisions DECISIONS.toml  decisions of a panel
  --format text|json          text unless given

Example
  northlight rate judgements.csv --edition hmip-youth-2021

Exit status
  0  rated
  2  a file cannot be used, or a standard cannot be rated: the message says why
)"},
};

}  // namespace

std::span<const ManualPage> pages_of_standards() { return standards_pages; }

}  // namespace northlight::cli

#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "base/json.hpp"
#include "base/result.hpp"
#include "cli/exit_status.hpp"

namespace northlight::cli {

/// Where a command speaks: data for programs and readers on one side, words about the work on the
/// other. With JSON asked for, `data` gets exactly one document.
struct Streams {
  std::ostream& data;              ///< Standard output.
  std::ostream& words;             ///< Standard error.
  bool words_on_terminal = false;  ///< Somebody is watching: progress may be shown.
  bool colour = false;             ///< Never when NO_COLOR is set.
};

/// How data are to be printed.
enum class Format { Text, Json };

/// "northlight: judgements.csv:3: answer: what is wrong and what to do", on `words`.
/// Returns ExitStatus::Unusable, so that a command can end with it.
ExitStatus say_error(Streams& streams, const Error& error);

/// A sentence on `words` that is no failure: "northlight: note: …".
void say_note(Streams& streams, std::string_view sentence);

/// One JSON document and a line end on `data`.
void print(Streams& streams, const Json& document);

}  // namespace northlight::cli

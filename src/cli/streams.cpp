#include "cli/streams.hpp"

namespace northlight::cli {
namespace {

constexpr std::string_view bold_red = "\x1b[1;31m";
constexpr std::string_view plain = "\x1b[0m";

/// What strangers wrote (a file's name, a cell) may hold control characters that would steer the
/// terminal; line ends are ours.
std::string safe_for_terminal(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool control = (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
    safe += control ? '?' : c;
  }
  return safe;
}

}  // namespace

ExitStatus say_error(Streams& streams, const Error& error) {
  if (streams.colour) streams.words << bold_red;
  streams.words << "northlight: ";
  if (streams.colour) streams.words << plain;
  if (!error.where.empty()) streams.words << safe_for_terminal(error.where) << ": ";
  streams.words << safe_for_terminal(error.message) << '\n';
  return ExitStatus::Unusable;
}

void say_note(Streams& streams, std::string_view sentence) {
  streams.words << "northlight: note: " << safe_for_terminal(sentence) << '\n';
}

void print(Streams& streams, const Json& document) { streams.data << document.text(2) << '\n'; }

}  // namespace northlight::cli

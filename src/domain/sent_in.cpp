#include "domain/sent_in.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"

namespace northlight::domain {
namespace {

struct SentInWords {
  std::string_view words;
  AboutWhom about;
  AboutWhom sender;
};
constexpr std::array<SentInWords, sent_in_kind_count> sent_in_kinds{
    {{"What the child thinks", AboutWhom::ChildConfided, AboutWhom::Child},
     {"What a parent or carer thinks", AboutWhom::Family, AboutWhom::Family},
     {"What a victim wishes the plan to know", AboutWhom::Victim, AboutWhom::Victim},
     {"An answer to what was asked", AboutWhom::Referrer, AboutWhom::Referrer},
     {"A note of the panel", AboutWhom::Other, AboutWhom::Professional},
     {"What arrived by post", AboutWhom::Referrer, AboutWhom::Professional},
     {"A note", AboutWhom::Other, AboutWhom::Professional}}};

const SentInWords& of(SentInKind kind) { return sent_in_kinds.at(static_cast<std::size_t>(kind)); }

/// "5000": "5,000".
std::string grouped(std::size_t number) {
  auto text = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3)
    text.insert(static_cast<std::size_t>(at), ",");
  return text;
}

}  // namespace

std::string_view words(SentInKind kind) { return of(kind).words; }
AboutWhom about_whom(SentInKind kind) { return of(kind).about; }
AboutWhom about_whom_sender(SentInKind kind) { return of(kind).sender; }

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

Status check_typed(std::string_view typed, std::size_t longest, std::string_view where,
                   std::string_view empty) {
  const auto wrong = [&](std::string message) {
    return Error{ErrorCode::Invalid, std::move(message), std::string(where)};
  };
  const auto text = trim(typed);
  if (text.empty()) return wrong(std::string(empty));
  if (!is_utf8(text)) return wrong("Some of the letters cannot be read. Type the words again.");
  const auto letters = letters_in(text);
  if (letters <= longest) return done();
  return wrong("Use " + grouped(longest) + " letters or fewer. There are " + grouped(letters) +
               " now, so take out " + grouped(letters - longest) + ", or send it in parts.");
}

}  // namespace northlight::domain

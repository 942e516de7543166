#include "accounts/sign_in_parts.hpp"

#include "base/text.hpp"
#include "platform/crypto.hpp"

namespace northlight::accounts {

namespace {

// Without 0, 1, i, l and o, which are taken for one another.
constexpr std::string_view letters = "23456789abcdefghjkmnpqrstuvwxyz";
constexpr std::size_t code_letters = 10;

}  // namespace

Status take_back(store::Transaction& transaction, std::string_view key, platform::Instant at) {
  NL_TRY(counted, store::failures_of(transaction, key));
  return store::put_failures(transaction, key, one_less(counted, at));
}

std::string figures_of(std::string_view code) {
  std::string figures;
  for (const char c : code.substr(0, 64))
    if (c >= '0' && c <= '9') figures += c;
  return figures;
}

std::string in_fours(std::string_view text) {
  std::string spaced;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && i % 4 == 0) spaced += ' ';
    spaced += text[i];
  }
  return spaced;
}

std::vector<std::string> draw_recovery_codes() {
  constexpr std::size_t choices = letters.size();
  constexpr std::size_t fair = 256 / choices * choices;  // Bytes above it would favour some.
  std::vector<std::string> codes;
  while (codes.size() < recovery_codes_given) {
    std::string code;
    while (code.size() < code_letters)
      for (const char c : platform::random_bytes(code_letters))
        if (const auto byte = static_cast<unsigned char>(c);
            byte < fair && code.size() < code_letters)
          code += letters[byte % choices];
    codes.push_back(code.substr(0, code_letters / 2) + "-" + code.substr(code_letters / 2));
  }
  return codes;
}

std::string plain_recovery_code(std::string_view code) {
  std::string plain;
  for (const char c : lower(code.substr(0, 64)))
    if (c != ' ' && c != '-') plain += c;
  return plain;
}

}  // namespace northlight::accounts

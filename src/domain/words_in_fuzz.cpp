#include <cstdint>
#include <cstdlib>

#include "domain/find_names.hpp"
#include "domain/words_in.hpp"

// Any text: words lie within it, in order, and so does what is found in it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace northlight::domain;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::size_t at = 0;
  for (const auto& word : words_in(text)) {
    if (word.from < at || word.until <= word.from || word.until > size) std::abort();
    at = word.until;
  }
  NameFinder finder({.own = {"Wren"},
                     .former = {{std::string(text.substr(0, 12)), "Wren Oldname"}},
                     .others = {{"Rowan Sampleton", NameKnownBy::Whole},
                                {std::string(text.substr(0, 40)), NameKnownBy::EachWord}}},
                    {"mum"});
  finder.learn(text);
  at = 0;
  for (const auto& stretch : finder.find(text)) {
    if (stretch.from < at || stretch.until <= stretch.from || stretch.until > size) std::abort();
    at = stretch.until;
  }
  return 0;
}

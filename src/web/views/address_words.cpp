#include "web/views/address_words.hpp"

#include "base/text.hpp"
#include "html/details.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

/// "12A Weir Lane", and "Flat 3, Weir Lane".
std::string joined(const std::string& house, std::string_view street) {
  if (house.empty()) return std::string(street);
  const bool number = house.front() >= '0' && house.front() <= '9';
  return house + (number ? " " : ", ") + std::string(street);
}

Html line(std::string_view words_shown) {
  return element("span", {{"class", "nl-block"}}, words_shown);
}

Html quiet_line(std::string_view words_shown) {
  return element("span", {{"class", "nl-block nl-quiet"}}, words_shown);
}

}  // namespace

Html address_lines(const store::AddressRow& address) {
  Html out;
  bool first = true;
  for (const auto part : split(address.street.reveal(), '\n')) {
    const auto street = trim(part);
    if (street.empty()) continue;
    out += line(first ? joined(address.house.reveal(), street) : std::string(street));
    first = false;
  }
  if (address.postcode.reveal()) out += line(*address.postcode.reveal());
  return out;
}

Html addresses_lived_at(const std::vector<store::AddressRow>& addresses) {
  const auto turn = store::addresses_in_turn(addresses);
  if (turn.empty()) return text("Not recorded");
  Html out = address_lines(*turn.front()) + quiet_line("Since " + words(turn.front()->from));
  if (turn.size() == 1) return out;
  Html before;
  for (std::size_t i = 1; i < turn.size(); ++i)
    before +=
        element("li", {}, address_lines(*turn[i]),
                quiet_line("From " + words(turn[i]->from) + " until " + words(turn[i - 1]->from)));
  return out +
         details({.summary = text(counted(static_cast<long long>(turn.size() - 1),
                                          "earlier address", "earlier addresses")),
                  .content = element("ul", {{"class", "govuk-list govuk-list--spaced"}}, before),
                  .classes = "govuk-!-margin-top-2 govuk-!-margin-bottom-0"});
}

}  // namespace northlight::web::views

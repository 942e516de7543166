#include "web/browser_name.hpp"

#include <initializer_list>
#include <utility>

namespace northlight::web {
namespace {

using Sign = std::pair<std::string_view, std::string_view>;

std::string_view first_of(std::string_view text, std::initializer_list<Sign> signs,
                          std::string_view otherwise) {
  for (const auto& [sign, name] : signs)
    if (text.find(sign) != std::string_view::npos) return name;
  return otherwise;
}

}  // namespace

std::string browser_name(std::string_view user_agent) {
  // In this order: each of the later ones is claimed by the earlier ones too.
  const auto browser = first_of(user_agent,
                                {{"Edg/", "Edge"},
                                 {"SamsungBrowser/", "Samsung Internet"},
                                 {"Firefox/", "Firefox"},
                                 {"FxiOS/", "Firefox"},
                                 {"CriOS/", "Chrome"},
                                 {"Chrome/", "Chrome"},
                                 {"Safari/", "Safari"}},
                                "A browser");
  const auto system = first_of(user_agent,
                               {{"Windows", "Windows"},
                                {"Android", "Android"},
                                {"iPhone", "an iPhone"},
                                {"iPad", "an iPad"},
                                {"CrOS", "a Chromebook"},
                                {"Mac OS X", "a Mac"},
                                {"Linux", "Linux"}},
                               "another system");
  return std::string(browser) + " on " + std::string(system);
}

}  // namespace northlight::web

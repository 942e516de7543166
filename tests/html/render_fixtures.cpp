// render_fixtures: reads [{"component": …, "name": …, "options": {…}}] on standard input and writes
// [{"component", "name", "html"}] on standard output, for compare_fixtures.mjs and compare_moj.mjs.
// A component that Northlight does not have is left out.
#include <iostream>
#include <iterator>
#include <string>

#include "render.hpp"

int main() {
  using namespace northlight;
  const std::string input(std::istreambuf_iterator<char>(std::cin), {});
  const auto cases = Json::parse(input);
  if (!cases || !cases->is_array()) {
    std::cerr << "render_fixtures: " << (cases ? "expected a list of cases" : cases.error().message)
              << "\n";
    return 2;
  }
  tests::Renders renders;
  tests::add_field_renders(renders);
  tests::add_text_renders(renders);
  tests::add_list_renders(renders);
  tests::add_navigation_renders(renders);
  tests::add_moj_renders(renders);

  Json out = Json::array();
  for (const auto& one : *cases->items()) {
    const tests::Options options(&one);
    const auto found = renders.find(options.text("component"));
    if (found == renders.end()) continue;
    out.add(Json::object({{"component", options.text("component")},
                          {"name", options.text("name")},
                          {"html", std::string(found->second(options.at("options")).view())}}));
  }
  std::cout << out.text() << "\n";
  return 0;
}

// Serves a small library on a free port until its standard input is closed; says the port first.
#include <iostream>
#include <string>

#include "testing/an_inspection.hpp"
#include "testing/inspections.hpp"
#include "tests/journeys/site_under_test.hpp"

int main() {
  using namespace northlight::testing;
  auto all = headlines(12);
  all.push_back(east_sussex());
  all.push_back(northmarsh_report());
  all.push_back(an_inspection());
  const SiteUnderTest site(all);
  std::cout << site.port() << std::endl;
  for (std::string line; std::getline(std::cin, line);) {
  }
}

#include "reading/check_report.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>


using namespace northlight;
using namespace northlight::reading;
TEST_CASE("x") { CHECK(true); }

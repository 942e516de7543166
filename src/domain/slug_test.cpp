#include "domain/slug.hpp"

#include <doctest/doctest.h>

using namespace northlight::domain;

TEST_CASE("a service's name becomes an address that people can read") {
  CHECK(slug("East Sussex") == "east-sussex");
  CHECK(slug("Bath and North East Somerset") == "bath-and-north-east-somerset");
  CHECK(slug("St. Helens") == "st-helens");
  CHECK(slug("King's Lynn") == "kings-lynn");
  CHECK(slug("Ynys Môn") == "ynys-mon");
  CHECK(slug("  Gwynedd &  Môn ") == "gwynedd-mon");
}

TEST_CASE("lists call a service by its place") {
  CHECK(short_service_name("East Sussex Youth Justice Service") == "East Sussex");
  CHECK(short_service_name("The East Sussex Youth Justice Service") == "East Sussex");
  CHECK(short_service_name("Ceredigion Youth Justice and Prevention Service") == "Ceredigion");
  CHECK(short_service_name("Hull YJS") == "Hull");
  CHECK(short_service_name("Youth Justice Service") == "Youth Justice Service");
}

TEST_CASE(
    "an inspection is known by its service and when it was published, as far as that is known") {
  PublishedInspection inspection;
  inspection.service = "East Sussex";
  inspection.published.month = northlight::Month{std::chrono::year{2024}, std::chrono::September};
  CHECK(inspection_id(inspection) == "east-sussex-2024-09");
  inspection.published = {.text = "2025/26"};
  CHECK(inspection_id(inspection) == "east-sussex-2025-26");
}

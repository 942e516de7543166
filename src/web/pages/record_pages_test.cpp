#include "web/views/record_view.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "forms/small_form.hpp"

using namespace northlight;
using namespace northlight::web;

namespace {

template <class AnId>
AnId id(std::uint8_t number) {
  IdBits::Bytes bytes{};
  bytes.back() = number;
  return AnId{IdBits{bytes}};
}

/// What somebody with these permissions is shown of a record that the first person signed.
std::string shown(const std::vector<domain::Action>& may, std::uint8_t reader) {
  auto form = forms::small_form();
  form.countersigning = forms::Countersigning::Always;
  const auto writer = id<domain::PersonId>(1);
  views::RecordPlace place{
      .file = {id<domain::FileId>(9)}, .whose = "Wren Exampleby", .form_token = "token"};
  for (const auto action : may) place.may.set(action);
  const store::RecordHead head{
      .id = id<domain::RecordId>(8), .form = form.code, .begun_by = writer, .last_version = 1};
  const std::vector<store::VersionHead> versions{
      {.n = 1, .state = domain::VersionState::Signed, .recorded_by = writer, .hash = {}}};
  const views::Names names;
  const store::Draft draft;
  const casework::OpenRecord record{head, &form, draft, {}, versions, {}, {}};
  return std::string(views::record_page({}, {.place = place,
                                             .record = record,
                                             .names = names,
                                             .reader = id<domain::PersonId>(reader)})
                         .view());
}

bool offers(const std::string& page, std::string_view words) {
  return page.find(words) != std::string::npos;
}

using enum domain::Action;

}  // namespace

TEST_CASE("whoever may countersign is told at the top that it waits for them") {
  const auto page = shown({ReadFile, WriteRecord, Countersign}, 2);
  CHECK(offers(page, "It waits for a second signature."));
  CHECK(offers(page, R"(href="#sign-off")"));
  CHECK(offers(page, R"(id="sign-off")"));
  CHECK(offers(page, "Write in this record"));
}

TEST_CASE("nobody is offered to countersign who may not, or who wrote it") {
  for (const auto& page :
       {shown({ReadFile, WriteRecord}, 2), shown({ReadFile, WriteRecord, Countersign}, 1)}) {
    CHECK_FALSE(offers(page, "second signature"));
    CHECK_FALSE(offers(page, "Countersign it"));
    CHECK(offers(page, "Write in this record"));
  }
}

TEST_CASE("whoever only reads a record is offered nothing to write") {
  CHECK_FALSE(offers(shown({ReadFile}, 2), "Write in this record"));
}

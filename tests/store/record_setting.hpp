#pragma once

#include <doctest/doctest.h>

#include <chrono>
#include <memory>
#include <string>

#include "forms/small_form.hpp"
#include "platform/random.hpp"
#include "store/archive.hpp"
#include "store/drafts.hpp"
#include "store/versions.hpp"
#include "tests/store/engines.hpp"
#include "tests/store/granted.hpp"

namespace northlight::testing {

inline const forms::Forms& small_forms() {
  static const forms::Forms forms{{forms::small_form()}};
  return forms;
}

/// A database with a service, two people and one child's file, and one record of the small form.
struct RecordSetting {
  explicit RecordSetting(store::Engine engine) : fresh(engine), database(fresh.open_migrated()) {
    const auto made = database->write([&](store::Transaction& transaction) -> Status {
      NL_CHECK(transaction.run(
          "insert into organisation (id, kind, slug, name, added_at) values "
          "(:id, 'service', 'hollowbeck', 'Hollowbeck', '2026-01-01T00:00:00.000Z')",
          {{"id", service.text()}}));
      for (const auto& person : {ann, ben})
        NL_CHECK(transaction.run(
            "insert into person (id, kind, name, sign_in_name, added_at, joined_on) values "
            "(:id, 'staff', 'Somebody', :sign_in, '2026-01-01T00:00:00.000Z', '2026-01-01')",
            {{"id", person.text()}, {"sign_in", person.text() + "@example.org"}}));
      for (const auto& one : {file, other_file})
        NL_CHECK(transaction.run(
            "insert into file (id, service_id, kind, opened_at, restricted, held) values "
            "(:id, :service_id, 'child', '2026-01-01T00:00:00.000Z', :no, :no)",
            {{"id", one.text()}, {"service_id", service.text()}, {"no", false}}));
      return store::begin_record(transaction, by(ann), archive, forms::small_form(), record);
    });
    if (!made) FAIL(made.error().message);
  }

  store::Grant by(domain::PersonId person) const {
    return store::GrantForTests::of(file, person, now);
  }

  /// Does something as Ann in a transaction of its own; stops the test when it fails.
  template <typename F>
  auto write(F change) {
    auto done = database->write(change);
    if (!done) FAIL(done.error().message);
    return *std::move(done);
  }
  template <typename F>
  auto read(F ask) {
    auto found = database->read(ask);
    if (!found) FAIL(found.error().message);
    return *std::move(found);
  }

  /// One more change of a field, by whom, on what they saw there.
  store::DraftChange type(domain::PersonId person, const std::string& field,
                          std::optional<forms::Answer> was, std::optional<forms::Answer> value,
                          const std::string& client_id = {}) {
    static int count = 0;
    const store::Typed typed{
        client_id.empty() ? "c" + std::to_string(++count) : client_id,
        {.at = *forms::FieldPath::parse(field), .was = std::move(was), .value = std::move(value)}};
    return write([&](store::Transaction& transaction) {
      return store::add_typed(transaction, by(person), archive, record, typed);
    });
  }

  std::int64_t cut(domain::PersonId person, domain::VersionState state) {
    return write([&](store::Transaction& transaction) -> Result<std::int64_t> {
      NL_TRY(head, store::record_head(transaction, by(person), record));
      NL_TRY(draft, store::draft_of(transaction, by(person), archive, record));
      store::NextVersion next{.state = state, .draft_seq = draft.seq};
      if (head.last_version > 0) next.made_from = head.last_version;
      return store::add_version(transaction, by(person), archive, record, next, draft.answers);
    });
  }

  store::Draft draft() {
    return read([&](store::Session& session) {
      return store::draft_of(session, by(ann), archive, record);
    });
  }

  FreshDatabase fresh;
  std::unique_ptr<store::Database> database;
  platform::Keys keys = platform::Keys::for_this_run();
  store::Archive archive{small_forms(), keys};
  domain::OrganisationId service = platform::random_id<domain::OrganisationId>();
  domain::PersonId ann = platform::random_id<domain::PersonId>();
  domain::PersonId ben = platform::random_id<domain::PersonId>();
  domain::FileId file = platform::random_id<domain::FileId>();
  domain::FileId other_file = platform::random_id<domain::FileId>();
  domain::RecordId record = platform::random_id<domain::RecordId>();
  platform::Instant now = *platform::parse_instant("2026-06-10T09:00:00.000Z");
};

}  // namespace northlight::testing

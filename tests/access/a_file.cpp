#include "tests/access/a_file.hpp"

#include <stdexcept>

#include "platform/random.hpp"
#include "store/files.hpp"
#include "store/people.hpp"
#include "store/sight.hpp"
#include "store/versions.hpp"
#include "tests/store/granted.hpp"

namespace northlight::testing {
namespace {

using domain::FileId;
using domain::PersonId;
using domain::Relation;
using store::Transaction;

/// Who wrote what is in the files: nobody in particular.
store::Grant by(FileId file, PersonId person, platform::Instant at) {
  return store::GrantForTests::of(file, person, at);
}

Status write_record(Transaction& transaction, const SiteUnderTest& site, const store::Grant& grant,
                    const domain::RecordId& record) {
  const store::Archive archive{*site.site().forms, site.site().people->keys};
  const auto* form =
      archive.forms.in_force(forms::FormCode{"contact"}, platform::day_in_london(grant.at()));
  if (form == nullptr) return Error{ErrorCode::NotFound, "There is no contact form."};
  NL_CHECK(store::begin_record(transaction, grant, archive, *form, record));
  for (std::int64_t n = 0; n < 2; ++n) {
    store::NextVersion next{.state = domain::VersionState::Saved};
    if (n > 0) next.made_from = n;
    NL_TRY(made, store::add_version(transaction, grant, archive, record, next, {}));
    static_cast<void>(made);
  }
  return done();
}

Status put_subject(Transaction& transaction, FileId file, domain::OrganisationId service,
                   bool walled) {
  NL_CHECK(transaction.run(
      walled ? "insert into victim (file_id, service_id, reference) "
               "values (:file, :service, :file)"
             : "insert into child (file_id, service_id, family_name, given_names, sort_name) "
               "values (:file, :service, 'Exampleby', 'Wren', :file)",
      {{"file", file.text()}, {"service", service.text()}}));
  return done();
}

Status put_case(Transaction& transaction, FileId file, const std::string& id) {
  NL_CHECK(
      transaction.run("insert into child_case (id, file_id, kind, stage, opened_on) "
                      "values (:id, :file, 'prevention', 'opened', '2026-11-02')",
                      {{"id", id}, {"file", file.text()}}));
  return done();
}

Status put_marks(Transaction& transaction, FileId file, PersonId person, const FileCase& made,
                 platform::Instant from) {
  NL_CHECK(transaction.run("update file set restricted = :restricted, held = :held where id = :id",
                           {{"restricted", made.mark == domain::Mark::Restricted},
                            {"held", made.mark == domain::Mark::LegalHold},
                            {"id", file.text()}}));
  if (made.named)
    NL_CHECK(transaction.run(
        "insert into file_named (id, file_id, person_id, from_at) values (:id, :file, :person, "
        ":from)",
        {{"id", platform::random_id<FileId>().text()},
         {"file", file.text()},
         {"person", person.text()},
         {"from", platform::iso(from)}}));
  if (made.mark != domain::Mark::ConflictOfInterest) return done();
  NL_CHECK(
      transaction.run("insert into conflict_of_interest (id, file_id, person_id, words, from_at) "
                      "values (:id, :file, :person, 'aunt', :from)",
                      {{"id", platform::random_id<FileId>().text()},
                       {"file", file.text()},
                       {"person", person.text()},
                       {"from", platform::iso(from)}}));
  return done();
}

constexpr std::string_view other_service = "exampleby";

Result<domain::OrganisationId> service_of(Transaction& transaction, const FileCase& made,
                                          platform::Instant at) {
  NL_TRY(found,
         store::organisation_by_slug(transaction, made.elsewhere ? other_service : "hollowbeck"));
  if (found) return found->id;
  if (!made.elsewhere) return Error{ErrorCode::NotFound, "There is no service."};
  const store::Organisation other{.id = platform::random_id<domain::OrganisationId>(),
                                  .slug = std::string(other_service),
                                  .name = "Exampleby Youth Justice Service"};
  NL_CHECK(store::add_organisation(transaction, other, at));
  return other.id;
}

}  // namespace

std::string words(const FileCase& made) {
  return std::string(made.relation ? code(*made.relation) : "no relation of their own") + ", " +
         std::string(made.mark ? code(*made.mark) : "no mark") + (made.named ? ", named" : "") +
         (made.elsewhere ? ", of another service" : "");
}

Result<FileUnderTest> add_file_in(Transaction& transaction, SiteUnderTest& site, PersonId person,
                                  const FileCase& made) {
  const auto from = site.people().clock.now() - std::chrono::hours(1);
  const auto file = platform::random_id<FileId>();
  const auto record = platform::random_id<domain::RecordId>();
  const FileUnderTest names{file.text(), record.text(), platform::random_id<FileId>().text()};
  NL_TRY(held, store::roles_of(transaction, person));
  NL_TRY(service, service_of(transaction, made, from));
  const bool walled = made.mark == domain::Mark::VictimWalled;
  NL_CHECK(store::begin_file(transaction, file, service,
                             walled ? store::FileKind::Victim : store::FileKind::Child, from));
  NL_CHECK(put_subject(transaction, file, service, walled));
  NL_CHECK(put_case(transaction, file, names.child_case));
  NL_CHECK(write_record(transaction, site, by(file, person, from), record));
  NL_CHECK(put_marks(transaction, file, person, made, from));
  if (!made.relation || *made.relation == Relation::ServiceCase) return names;
  NL_CHECK(store::give_sight(transaction, {.holder = store::Holder::of(person),
                                           .organisation = held.front().organisation,
                                           .file = file,
                                           .relation = *made.relation,
                                           .from = from,
                                           .cause_id = "test"}));
  return names;
}

domain::OrganisationId service_of_file(SiteUnderTest& site, const FileCase& made) {
  const auto found = site.database().write([&](Transaction& transaction) {
    return service_of(transaction, made, site.people().clock.now());
  });
  if (!found) throw std::runtime_error(found.error().message);
  return *found;
}

FileUnderTest add_file(SiteUnderTest& site, PersonId person, const FileCase& made) {
  auto written = site.database().write(
      [&](Transaction& transaction) { return add_file_in(transaction, site, person, made); });
  if (!written) throw std::runtime_error(written.error().message);
  return *std::move(written);
}

void put_mark(SiteUnderTest& site, const std::string& file, PersonId person, domain::Mark mark,
              bool named) {
  const auto from = site.people().clock.now() - std::chrono::hours(1);
  const auto written = site.database().write([&](Transaction& transaction) -> Status {
    NL_CHECK(
        put_marks(transaction, *FileId::parse(file), person, {.mark = mark, .named = named}, from));
    if (mark == domain::Mark::VictimWalled)
      NL_CHECK(transaction.run("update file set kind = 'victim' where id = :id", {{"id", file}}));
    return done();
  });
  if (!written) throw std::runtime_error(written.error().message);
}

PersonId add_somebody(SiteUnderTest& site, domain::OrganisationId organisation) {
  const auto person = platform::random_id<PersonId>();
  const auto at = site.people().clock.now();
  const auto written = site.database().write([&](Transaction& transaction) -> Status {
    const auto today = platform::day_in_london(at);
    NL_CHECK(store::add_person(transaction,
                               {.id = person,
                                .kind = store::PersonKind::Staff,
                                .name = "Wren Exampleby",
                                .sign_in_name = person.text() + "@exampleby.example",
                                .joined_on = today},
                               at));
    return store::give_role(transaction,
                            {.id = platform::random_id<store::RoleHeldId>(),
                             .person = person,
                             .role = "log-auditor",
                             .organisation = organisation,
                             .from = today},
                            {}, at);
  });
  if (!written) throw std::runtime_error(written.error().message);
  return person;
}

}  // namespace northlight::testing

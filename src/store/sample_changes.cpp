#include "store/sample_changes.hpp"

#include "platform/random.hpp"
#include "store/readable.hpp"

namespace northlight::store {
namespace {

using MaybeText = std::optional<std::string>;

/// The columns in which a change differs from others.
struct ChangeColumns {
  std::string_view change;
  MaybeText last_day{};
  MaybeText before{};
  MaybeText reason{};
  MaybeText person{};
};

ChangeColumns columns_of(const SampleChange& change) {
  if (const auto* const moved = std::get_if<LastDayMoved>(&change))
    return {"last-day", iso(moved->last_day), iso(moved->before), moved->reason, {}};
  if (const auto* const added = std::get_if<ReaderAdded>(&change))
    return {"reader-added", {}, {}, {}, added->person.text()};
  return {"reader-taken", {}, {}, {}, std::get<ReaderTaken>(change).person.text()};
}

SampleChange change_of(Readable& readable, const std::string& change, const MaybeText& last_day,
                       const MaybeText& before, MaybeText reason, const MaybeText& person) {
  if (change == "last-day")
    return LastDayMoved{.before = readable.date(before.value_or("")),
                        .last_day = readable.date(last_day.value_or("")),
                        .reason = std::move(reason).value_or("")};
  const auto who = readable.id<domain::PersonId>(person.value_or(""));
  if (change == "reader-added") return ReaderAdded{who};
  return ReaderTaken{who};
}

}  // namespace

Status change_sample(Transaction& transaction, SampleId id, const SampleChange& change,
                     const SampleHand& by) {
  const auto columns = columns_of(change);
  NL_CHECK(transaction.run(
      "insert into sample_change (id, sample_id, change, last_day, last_day_before, reason, "
      "person_id, made_by, made_at) values (:id, :sample, :change, :last_day, :before, :reason, "
      ":person, :by, :at)",
      {{"id", platform::random_id<Id<struct SampleChangeKind>>().text()},
       {"sample", id.text()},
       {"change", columns.change},
       {"last_day", columns.last_day},
       {"before", columns.before},
       {"reason", columns.reason},
       {"person", columns.person},
       {"by", by.person.text()},
       {"at", platform::iso(by.at)}}));
  if (columns.last_day)
    NL_CHECK(transaction.run("update sample set last_day = :last_day where id = :id",
                             {{"last_day", columns.last_day}, {"id", id.text()}}));
  return done();
}

Result<std::vector<SampleChangeRow>> sample_changes(Session& session, SampleId id) {
  Readable readable;
  return readable.checked(session.rows<std::string, MaybeText, MaybeText, MaybeText, MaybeText,
                                       std::string, std::string, std::string, MaybeText>(
      "select c.change, c.last_day, c.last_day_before, c.reason, c.person_id, c.made_by, "
      "c.made_at, m.name, p.name from sample_change c join person m on m.id = c.made_by "
      "left join person p on p.id = c.person_id where c.sample_id = :id "
      "order by c.made_at, c.id",
      {{"id", id.text()}},
      [&](const std::string& change, const MaybeText& last_day, const MaybeText& before,
          MaybeText reason, const MaybeText& person, const std::string& by, const std::string& at,
          std::string by_name, MaybeText person_name) {
        return SampleChangeRow{
            .change = change_of(readable, change, last_day, before, std::move(reason), person),
            .by = {readable.id<domain::PersonId>(by), readable.instant(at)},
            .by_name = std::move(by_name),
            .person_name = std::move(person_name).value_or("")};
      }));
}

}  // namespace northlight::store

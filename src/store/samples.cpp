#include "store/samples.hpp"

#include <algorithm>

#include "store/in_scope.hpp"
#include "store/readable.hpp"

namespace northlight::store {
namespace {

using MaybeText = std::optional<std::string>;

constexpr std::string_view sample_columns =
    "select id, inspectorate_id, service_id, title, fieldwork_on, window_from, window_to, "
    "begun_by, "
    "begun_at, list_sent_at, left_out, left_out_why, notified_by, notified_at, evidence_signed_by, "
    "evidence_signed_at, called_off_at, last_day, "
    "(select count(*) from sample_case c where c.sample_id = sample.id), "
    "(select count(*) from sample_case c where c.sample_id = sample.id and c.drawn) from sample ";

Result<std::vector<SampleRow>> samples_where(Session& session, const std::string& where,
                                             const Bindings& bindings) {
  Readable readable;
  NL_TRY(
      rows,
      readable.checked(
          session.rows<std::string, std::string, std::string, std::string, std::string, std::string,
                       std::string, std::string, std::string, MaybeText,
                       std::optional<std::int64_t>, MaybeText, MaybeText, MaybeText, MaybeText,
                       MaybeText, MaybeText, MaybeText, std::int64_t, std::int64_t>(
              std::string(sample_columns) + where, bindings,
              [&](const std::string& id, const std::string& inspectorate,
                  const std::string& service, std::string title, const std::string& fieldwork,
                  const std::string& from, const std::string& to, const std::string& begun_by,
                  const std::string& begun_at, const MaybeText& list_sent,
                  std::optional<std::int64_t> left_out, MaybeText why, const MaybeText& notified_by,
                  const MaybeText& notified_at, const MaybeText& signed_by,
                  const MaybeText& signed_at, const MaybeText& called_off,
                  const MaybeText& last_day, std::int64_t listed, std::int64_t drawn) {
                return SampleRow{.id = readable.id<SampleId>(id),
                                 .inspectorate = readable.id<domain::OrganisationId>(inspectorate),
                                 .service = readable.id<domain::OrganisationId>(service),
                                 .title = std::move(title),
                                 .fieldwork_on = readable.date(fieldwork),
                                 .window_from = readable.date(from),
                                 .window_to = readable.date(to),
                                 .begun_by = readable.id<domain::PersonId>(begun_by),
                                 .begun_at = readable.instant(begun_at),
                                 .list_sent_at = readable.instant(list_sent),
                                 .left_out = left_out,
                                 .left_out_why = std::move(why),
                                 .notified_by = readable.id<domain::PersonId>(notified_by),
                                 .notified_at = readable.instant(notified_at),
                                 .signed_by = readable.id<domain::PersonId>(signed_by),
                                 .signed_at = readable.instant(signed_at),
                                 .called_off_at = readable.instant(called_off),
                                 .last_day = readable.date(last_day),
                                 .listed = listed,
                                 .drawn = drawn};
              })));
  for (auto& row : rows) {
    NL_TRY(kinds, session.rows<std::string>(
                      "select kind from sample_case_kind where sample_id = :id order by kind",
                      {{"id", row.id.text()}}));
    for (const auto& kind : kinds)
      row.kinds.push_back(readable.known(domain::parse_case_kind(kind)));
  }
  return readable.checked(Result<std::vector<SampleRow>>(std::move(rows)));
}

/// ":kind0, :kind1", and what they are bound to.
std::string kinds_bound(const std::vector<domain::CaseKind>& kinds,
                        const std::vector<std::string>& names, std::vector<Bound>& bound) {
  std::string list;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    list += (i == 0 ? ":" : ", :") + names[i];
    bound.push_back({names[i], domain::code(kinds[i])});
  }
  return list;
}

}  // namespace

std::optional<platform::Instant> SampleRow::ends_at() const {
  if (!last_day) return std::nullopt;
  return platform::start_of_day_in_london(add_days(*last_day, 1));
}

SampleStage SampleRow::stage(platform::Instant at) const {
  if (called_off_at) return SampleStage::CalledOff;
  if (signed_at) return SampleStage::Signed;
  if (const auto end = ends_at(); end && *end <= at) return SampleStage::Ended;
  if (notified_at) return SampleStage::Notified;
  return list_sent_at ? SampleStage::ListSent : SampleStage::ListAsked;
}

Status begin_sample(Transaction& transaction, const SampleRow& sample) {
  NL_CHECK(transaction.run(
      "insert into sample (id, inspectorate_id, service_id, title, fieldwork_on, window_from, "
      "window_to, begun_by, begun_at) values (:id, :inspectorate, :service, :title, :fieldwork, "
      ":from, :to, :by, :at)",
      {{"id", sample.id.text()},
       {"inspectorate", sample.inspectorate.text()},
       {"service", sample.service.text()},
       {"title", sample.title},
       {"fieldwork", iso(sample.fieldwork_on)},
       {"from", iso(sample.window_from)},
       {"to", iso(sample.window_to)},
       {"by", sample.begun_by.text()},
       {"at", platform::iso(sample.begun_at)}}));
  for (const auto kind : sample.kinds)
    NL_CHECK(transaction.run("insert into sample_case_kind (sample_id, kind) values (:id, :kind)",
                             {{"id", sample.id.text()}, {"kind", domain::code(kind)}}));
  return done();
}

Result<std::optional<SampleRow>> sample(Session& session, SampleId id) {
  NL_TRY(found, samples_where(session, "where id = :id", {{"id", id.text()}}));
  if (found.empty()) return std::optional<SampleRow>{};
  return std::optional(std::move(found.front()));
}

Result<std::vector<SampleRow>> samples_of(Session& session, domain::OrganisationId organisation,
                                          std::size_t most) {
  return samples_where(session,
                       "where inspectorate_id = :organisation or service_id = :organisation "
                       "order by begun_at desc, id limit :most",
                       {{"organisation", organisation.text()}, {"most", most}});
}

Result<std::int64_t> count_samples(Session& session, domain::OrganisationId organisation) {
  return session.value<std::int64_t>(
      "select count(*) from sample where inspectorate_id = :organisation "
      "or service_id = :organisation",
      {{"organisation", organisation.text()}});
}

Result<std::vector<SampleCase>> sample_cases(Session& session, SampleId id) {
  Readable readable;
  return readable.checked(session.rows<std::int64_t, std::string, MaybeText, bool, MaybeText>(
      "select c.number, c.kind, c.file_id, c.drawn, f.id from sample_case c "
      "join sample s on s.id = c.sample_id "
      "left join file f on f.id = c.file_id and f.erased_at is null "
      "and f.service_id = s.service_id where c.sample_id = :id order by c.number",
      {{"id", id.text()}},
      [&](std::int64_t number, const std::string& kind, const MaybeText& file, bool drawn,
          const MaybeText& held) {
        return SampleCase{number, readable.known(domain::parse_case_kind(kind)),
                          readable.id<domain::FileId>(file), drawn, held.has_value()};
      }));
}

Result<std::vector<SampleReader>> sample_readers(Session& session, SampleId id) {
  Readable readable;
  return readable.checked(session.rows<std::string, std::string, std::string, MaybeText>(
      "select s.holder_id, p.name, min(s.from_at), max(s.until_at) from sight s "
      "join person p on p.id = s.holder_id where s.cause_id = :id and s.cause_kind = 'sample' "
      "and s.holder_kind = 'person' group by s.holder_id, p.name order by p.name, s.holder_id",
      {{"id", id.text()}},
      [&](const std::string& person, std::string name, const std::string& from,
          const MaybeText& until) {
        return SampleReader{readable.id<domain::PersonId>(person), std::move(name),
                            readable.instant(from), readable.instant(until)};
      }));
}

Result<std::vector<FittingCase>> cases_in_window(Session& session, const ListGrant& grant,
                                                 const SampleRow& sample) {
  const ScopeParts scope(grant.scope(), false);
  const auto service = sample.service.text();
  const auto from = iso(sample.window_from);
  const auto to = iso(sample.window_to);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < sample.kinds.size(); ++i) names.push_back("kind" + std::to_string(i));
  std::vector<FittingCase> all;
  if (sample.kinds.empty()) return all;
  Readable readable;
  for (const auto& part : scope.parts()) {
    auto bound = part.bound;
    std::erase_if(bound, [](const Bound& each) { return each.name == "service"; });
    const auto kinds = kinds_bound(sample.kinds, names, bound);
    bound.push_back({"service", service});
    bound.push_back({"window_from", from});
    bound.push_back({"window_to", to});
    if (part.service && *part.service != service) continue;
    NL_TRY(rows, readable.checked(session.rows<std::string, std::string, std::string, std::string,
                                               std::string, std::string, MaybeText>(
                     "select k.id, c.file_id, k.kind, k.opened_on, c.family_name, c.given_names, "
                     "c.known_as from child c join file f on f.id = c.file_id "
                     "join child_case k on k.file_id = c.file_id" +
                         part.where +
                         " and f.service_id = :service and k.opened_on >= :window_from "
                         "and k.opened_on <= :window_to and k.kind in (" +
                         kinds + ")",
                     bound,
                     [&](const std::string& id, const std::string& file, const std::string& kind,
                         const std::string& opened, std::string family, std::string given,
                         MaybeText known_as) {
                       return FittingCase{readable.id<domain::CaseId>(id),
                                          readable.id<domain::FileId>(file),
                                          sample.service,
                                          readable.known(domain::parse_case_kind(kind)),
                                          readable.date(opened),
                                          Sensitive(std::move(family)),
                                          Sensitive(std::move(given)),
                                          Sensitive(std::move(known_as))};
                     })));
    all.insert(all.end(), std::make_move_iterator(rows.begin()),
               std::make_move_iterator(rows.end()));
  }
  std::ranges::sort(all, {},
                    [](const FittingCase& row) { return std::pair(row.opened_on, row.id); });
  const auto twice = std::ranges::unique(all, {}, &FittingCase::id);
  all.erase(twice.begin(), twice.end());
  return all;
}

Status send_case_list(Transaction& transaction, SampleId id, const SentCaseList& list,
                      const SampleHand& by) {
  std::int64_t number = 0;
  for (const auto& each : list.cases)
    NL_CHECK(transaction.run(
        "insert into sample_case (sample_id, number, kind, file_id, case_id, drawn) values "
        "(:id, :number, :kind, :file, :case, :drawn)",
        {{"id", id.text()},
         {"number", ++number},
         {"kind", domain::code(each.kind)},
         {"file", each.file.text()},
         {"case", each.id.text()},
         {"drawn", false}}));
  NL_CHECK(transaction.run(
      "update sample set list_sent_by = :by, list_sent_at = :at, left_out = :left_out, "
      "left_out_why = :why where id = :id",
      {{"by", by.person.text()},
       {"at", platform::iso(by.at)},
       {"left_out", list.left_out},
       {"why", list.left_out_why},
       {"id", id.text()}}));
  return done();
}

Status notify_sample(Transaction& transaction, SampleId id, const DrawnSample& drawn,
                     const SampleHand& by) {
  for (const auto number : drawn.numbers)
    NL_CHECK(transaction.run(
        "update sample_case set drawn = :drawn where sample_id = :id and number = :number",
        {{"drawn", true}, {"id", id.text()}, {"number", number}}));
  NL_CHECK(transaction.run(
      "update sample set notified_by = :by, notified_at = :at, last_day = :last_day where id = :id",
      {{"by", by.person.text()},
       {"at", platform::iso(by.at)},
       {"last_day", iso(drawn.last_day)},
       {"id", id.text()}}));
  return done();
}

Status sign_sample(Transaction& transaction, SampleId id, const SampleHand& by) {
  NL_CHECK(transaction.run(
      "update sample set evidence_signed_by = :by, evidence_signed_at = :at where id = :id",
      {{"by", by.person.text()}, {"at", platform::iso(by.at)}, {"id", id.text()}}));
  return done();
}

Status call_off_sample(Transaction& transaction, SampleId id, const SampleHand& by) {
  NL_CHECK(
      transaction.run("update sample set called_off_by = :by, called_off_at = :at where id = :id",
                      {{"by", by.person.text()}, {"at", platform::iso(by.at)}, {"id", id.text()}}));
  return done();
}

}  // namespace northlight::store

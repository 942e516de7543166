#include "store/due.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "store/in_scope.hpp"
#include "store/readable.hpp"

namespace northlight::store {
namespace {

/// Each row once, in order, and no more than `most`.
template <typename Row, typename Place>
void cut(std::vector<Row>& rows, std::size_t most, Place place) {
  std::ranges::stable_sort(rows, {}, place);
  const auto twice = std::ranges::unique(rows, {}, place);
  rows.erase(twice.begin(), twice.end());
  if (rows.size() > most) rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(most), rows.end());
}

/// Where promises are kept: each gives file, record, form, what, owner and day.
constexpr std::array<std::string_view, 3> kinds_of_promise{
    "select f.id, r.id, r.form, a.what, p.name, a.due_on from child c join file f on f.id = "
    "c.file_id join record r on r.file_id = f.id join asked_action a on a.record_id = r.id join "
    "person p on p.id = a.owner_id left join asked_action_answer d on d.action_id = a.id",
    "select f.id, r.id, r.form, a.what, a.owner, a.due_on from child c join file f on f.id = "
    "c.file_id join projected_action a on a.file_id = f.id join record r on r.id = a.record_id",
    "select f.id, r.id, r.form, a.what, '', a.due_on from child c join file f on f.id = "
    "c.file_id join projected_deadline a on a.file_id = f.id join record r on r.id = a.record_id"};
constexpr std::array<std::string_view, 3> still_open{
    " and d.action_id is null", " and a.taken_from = 'signed' and a.done_on is null",
    " and a.taken_from = 'signed'"};

}  // namespace

Result<std::vector<UnfinishedRow>> unfinished(Session& session, const ListGrant& grant,
                                              const std::vector<forms::FormCode>& countersigned,
                                              std::size_t most) {
  const ScopeParts scope(grant.scope(), false);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < countersigned.size(); ++i)
    names.push_back("form" + std::to_string(i));
  const auto wants_another =
      names.empty() ? std::string()
                    : " or (r.last_state = 'signed' and r.form in (:" + join(names, ", :") + "))";
  std::vector<UnfinishedRow> rows;
  Readable readable;
  for (const auto& part : scope.parts()) {
    auto bound = part.bound;
    for (std::size_t i = 0; i < names.size(); ++i)
      bound.push_back({names[i], countersigned[i].text()});
    bound.push_back({"most", most});
    NL_TRY(
        found,
        readable.checked(
            session.rows<std::string, std::string, std::string, std::optional<std::string>,
                         std::int64_t, std::optional<std::int64_t>, std::string, std::string>(
                "select f.id, r.id, r.form, r.last_state, r.last_seq, r.last_draft_seq, "
                "coalesce(r.last_recorded_at, r.begun_at) as since, "
                "coalesce(r.last_recorded_by, r.begun_by) "
                "from child c join file f on f.id = c.file_id join record r on r.file_id = f.id" +
                    part.where +
                    " and (r.last_version = 0 or r.last_seq > r.last_draft_seq "
                    "or r.last_state in ('saved', 'returned')" +
                    wants_another + ") order by since, r.id limit :most",
                bound,
                [&](const std::string& file, const std::string& record, std::string form,
                    const std::optional<std::string>& state, std::int64_t last,
                    std::optional<std::int64_t> saved, const std::string& since,
                    const std::string& by) {
                  UnfinishedRow row{.file = readable.id<domain::FileId>(file),
                                    .record = readable.id<domain::RecordId>(record),
                                    .form = forms::FormCode(std::move(form)),
                                    .has_draft = last > saved.value_or(0),
                                    .since = readable.instant(since),
                                    .by = readable.id<domain::PersonId>(by)};
                  if (state) row.state = readable.known(domain::parse_version_state(*state));
                  return row;
                })));
    rows.insert(rows.end(), found.begin(), found.end());
  }
  cut(rows, most, [](const UnfinishedRow& row) { return std::pair(row.since, row.record); });
  return rows;
}

Result<std::vector<PromisedRow>> promised(Session& session, const ListGrant& grant, Date by,
                                          std::size_t most) {
  const ScopeParts scope(grant.scope(), false);
  const auto day = iso(by);
  std::vector<PromisedRow> rows;
  Readable readable;
  for (const auto& part : scope.parts())
    for (std::size_t i = 0; i < kinds_of_promise.size(); ++i) {
      auto bound = part.bound;
      bound.push_back({"by", day});
      bound.push_back({"most", most});
      NL_TRY(
          found,
          readable.checked(
              session.rows<std::string, std::string, std::string, std::optional<std::string>,
                           std::optional<std::string>, std::optional<std::string>>(
                  std::string(kinds_of_promise.at(i)) + part.where + std::string(still_open.at(i)) +
                      " and (a.due_on is null or a.due_on <= :by) "
                      "order by a.due_on, r.id limit :most",
                  bound,
                  [&](const std::string& file, const std::string& record, std::string form,
                      std::optional<std::string> what, std::optional<std::string> owner,
                      const std::optional<std::string>& due) {
                    return PromisedRow{
                        readable.id<domain::FileId>(file), readable.id<domain::RecordId>(record),
                        forms::FormCode(std::move(form)),  Sensitive(std::move(what).value_or("")),
                        std::move(owner).value_or(""),     readable.date(due)};
                  })));
      rows.insert(rows.end(), std::make_move_iterator(found.begin()),
                  std::make_move_iterator(found.end()));
    }
  // What has no day stands after what has one.
  cut(rows, most, [](const PromisedRow& row) {
    return std::tuple(!row.due_on, row.due_on.value_or(Date{}), row.record, row.what.reveal());
  });
  return rows;
}

}  // namespace northlight::store

#include "store/projections.hpp"

#include <algorithm>
#include <set>

#include "forms/project.hpp"

namespace northlight::store {
namespace {

using forms::Projection;

std::string_view code(TakenFrom taken_from) {
  return taken_from == TakenFrom::Saved ? "saved" : "signed";
}

std::string table_of(Projection projection) {
  std::string name = "projected_" + std::string(forms::code(projection));
  for (auto& c : name)
    if (c == '-') c = '_';
  return name;
}

// The columns come from the closed list, never from a form or a person.
std::string insert_into(Projection projection) {
  std::string names = "record_id, taken_from, place, file_id, row_id";
  std::string places = ":record_id, :taken_from, :place, :file_id, :row_id";
  for (const auto& column : forms::columns_of(projection)) {
    names += ", " + std::string(column.name);
    places += ", :" + std::string(column.name);
  }
  return "insert into " + table_of(projection) + " (" + names + ") values (" + places + ")";
}

struct AsText {
  std::optional<std::string> operator()(const std::string& text) const { return text; }
  std::optional<std::string> operator()(Date day) const { return iso(day); }
  std::optional<std::string> operator()(const forms::RowReference& reference) const {
    return reference.row.text();
  }
  template <typename Other>
  std::optional<std::string> operator()(const Other&) const {
    return std::nullopt;
  }
};

Status insert_row(Transaction& transaction, domain::FileId file, domain::RecordId record,
                  TakenFrom taken_from, std::int64_t place, const forms::ProjectedRow& row) {
  const auto columns = forms::columns_of(row.to);
  std::vector<std::optional<std::string>> texts;
  for (const auto& column : columns) {
    const auto at = row.columns.find(column.name);
    texts.push_back(at == row.columns.end() ? std::nullopt : std::visit(AsText{}, at->second));
  }
  const auto record_id = record.text();
  const auto file_id = file.text();
  const auto row_id = row.row ? std::optional(row.row->text()) : std::nullopt;
  std::vector<Bound> bound{{"record_id", record_id},
                           {"taken_from", code(taken_from)},
                           {"place", place},
                           {"file_id", file_id},
                           {"row_id", row_id}};
  for (std::size_t i = 0; i < columns.size(); ++i) bound.push_back({columns[i].name, texts[i]});
  NL_CHECK(transaction.run(insert_into(row.to), bound));
  return done();
}

Status replace(Transaction& transaction, domain::FileId file, domain::RecordId record,
               TakenFrom taken_from, const forms::Form& form,
               const std::vector<forms::ProjectedRow>& rows) {
  const auto record_id = record.text();
  for (const auto& projecting : form.projecting)
    NL_CHECK(transaction.run("delete from " + table_of(projecting.to) +
                                 " where record_id = :record_id and taken_from = :taken_from",
                             {{"record_id", record_id}, {"taken_from", code(taken_from)}}));
  std::map<Projection, std::int64_t> places;
  for (const auto& row : rows)
    NL_CHECK(insert_row(transaction, file, record, taken_from, ++places[row.to], row));
  return done();
}

struct Kept {
  std::string record, file, form, state, answers;
  std::int64_t n, last_version, edition;
};

// The last version of each record, and the last that is signed.
Result<std::vector<Kept>> versions_to_project(Session& session) {
  using W = std::string;
  using N = std::int64_t;
  return session.rows<W, W, W, W, W, N, N, N>(
      "select r.id, r.file_id, r.form, v.state, v.answers, v.n, r.last_version, v.edition "
      "from record r join record_version v on v.record_id = r.id "
      "where v.n = r.last_version or v.n = (select max(s.n) from record_version s where "
      "s.record_id = r.id and s.state in ('signed', 'countersigned')) order by r.id, v.n",
      {}, [](W record, W file, W form, W state, W answers, N n, N last, N edition) {
        return Kept{std::move(record),
                    std::move(file),
                    std::move(form),
                    std::move(state),
                    std::move(answers),
                    n,
                    last,
                    edition};
      });
}

/// Of rows of all files but those.
Status empty(Transaction& transaction, const std::string& table,
             const std::set<std::string>& left) {
  if (left.empty()) {
    NL_CHECK(transaction.run("delete from " + table));
    return done();
  }
  NL_TRY(files, transaction.rows<std::string>("select distinct file_id from " + table));
  for (const auto& file : files)
    if (!left.contains(file))
      NL_CHECK(
          transaction.run("delete from " + table + " where file_id = :file", {{"file", file}}));
  return done();
}

Result<std::int64_t> project_again(Transaction& transaction, const forms::Form& form,
                                   const Kept& kept) {
  NL_TRY(record, domain::RecordId::parse(kept.record));
  NL_TRY(file, domain::FileId::parse(kept.file));
  NL_TRY(json, Json::parse(kept.answers));
  // Sealed answers stay sealed: no projection takes them.
  NL_TRY(answers, forms::parse_answers(form, json, forms::Boxes::Allowed));
  const auto rows = project(form, answers);
  std::int64_t made = 0;
  const auto state = domain::parse_version_state(kept.state);
  if (kept.n == kept.last_version) {
    NL_CHECK(replace(transaction, file, record, TakenFrom::Saved, form, rows));
    made += static_cast<std::int64_t>(rows.size());
  }
  if (state && domain::is_signed(*state)) {
    NL_CHECK(replace(transaction, file, record, TakenFrom::Signed, form, rows));
    made += static_cast<std::int64_t>(rows.size());
  }
  return made;
}

}  // namespace

Status project_version(Transaction& transaction, domain::FileId file, domain::RecordId record,
                       const forms::Form& form, domain::VersionState state,
                       const forms::Answers& answers) {
  if (form.projecting.empty()) return done();
  const auto rows = project(form, answers);
  NL_CHECK(replace(transaction, file, record, TakenFrom::Saved, form, rows));
  if (!domain::is_signed(state)) return done();
  return replace(transaction, file, record, TakenFrom::Signed, form, rows);
}

Result<std::vector<KeptRow>> projected(Session& session, const Grant& grant, Projection projection,
                                       TakenFrom taken_from) {
  std::string sql = "select record_id, row_id";
  const auto columns = forms::columns_of(projection);
  for (const auto& column : columns) sql += ", " + std::string(column.name);
  sql += " from " + table_of(projection) +
         " where file_id = :file_id and taken_from = :taken_from order by record_id, place";
  const std::vector<ValueKind> kinds(columns.size() + 2, ValueKind::Text);
  std::vector<KeptRow> rows;
  Status fault = done();
  NL_CHECK(session.each_cells(
      sql, {{"file_id", grant.file().text()}, {"taken_from", code(taken_from)}}, kinds,
      [&](std::span<Cell> cells) {
        const auto record = domain::RecordId::parse(cells[0].text);
        if (!record) {
          fault = record.error();
          return;
        }
        KeptRow row{.record = *record};
        if (!cells[1].null)
          if (const auto id = domain::RowId::parse(cells[1].text)) row.row = *id;
        for (std::size_t i = 0; i < columns.size(); ++i)
          if (!cells[i + 2].null)
            row.columns.emplace(columns[i].name,
                                Sensitive<std::string>(std::move(cells[i + 2].text)));
        rows.push_back(std::move(row));
      }));
  NL_CHECK(std::move(fault));
  return rows;
}

Result<Reindexed> reindex(Transaction& transaction, const forms::Forms& forms,
                          const ProvedVersions& proved) {
  const auto& changed = proved.changed;
  std::set<std::string> left;
  for (const auto& file : proved.unopened) left.insert(file.text());
  for (std::size_t i = 0; i < forms::projection_count; ++i)
    NL_CHECK(empty(transaction, table_of(static_cast<Projection>(i)), left));
  NL_CHECK(transaction.run(
      "update record set (last_state, last_effective_on, last_recorded_at, last_recorded_by, "
      "last_draft_seq) = (select v.state, v.effective_on, v.recorded_at, v.recorded_by, "
      "v.draft_seq "
      "from record_version v where v.record_id = record.id and v.n = record.last_version)"));
  NL_TRY(versions, versions_to_project(transaction));
  Reindexed done_so_far;
  std::string last;
  for (const auto& kept : versions) {
    if (left.contains(kept.file)) continue;
    if (kept.record != last) ++done_so_far.records;
    last = kept.record;
    if (std::ranges::any_of(changed, [&](const ChangedVersion& one) {
          return one.n == kept.n && one.record.text() == kept.record;
        }))
      continue;
    const auto* form = forms.find(forms::FormCode{kept.form}, kept.edition);
    if (form == nullptr) {
      ++done_so_far.unreadable;
      continue;
    }
    NL_TRY(made, project_again(transaction, *form, kept));
    done_so_far.rows += made;
  }
  return done_so_far;
}

}  // namespace northlight::store

#include "store/retention.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "store/in_scope.hpp"
#include "store/readable.hpp"

namespace northlight::store {
namespace {

using MaybeText = std::optional<std::string>;

constexpr std::array<std::string_view, 3> decision_kinds{"erase", "reduce", "keep"};
constexpr std::array<std::string_view, 3> settlings{"done", "refused", "replaced"};

std::optional<Settled> parse_settled(std::string_view text) {
  const auto at = std::ranges::find(settlings, text);
  if (at == settlings.end()) return std::nullopt;
  return static_cast<Settled>(at - settlings.begin());
}

/// Which files: " where …" over `file f join … c`, and what it binds.
struct Selected {
  std::string from;   ///< " from child c join file f on f.id = c.file_id"
  std::string where;  ///< " where …"
  std::vector<Bound> bound;
};

/// The last moment at which something was written down in the file.
constexpr std::string_view last_written =
    "(select max(v.recorded_at) from record r join record_version v on v.record_id = r.id "
    "where r.file_id = f.id), "
    "(select max(d.at) from record r join draft_change d on d.record_id = r.id "
    "and d.seq = r.last_seq where r.file_id = f.id), "
    "(select max(u.added_at) from upload u where u.file_id = f.id), "
    "(select max(i.sent_at) from sent_in i where i.file_id = f.id), "
    "(select max(b.last_action_on) from basic_record b where b.file_id = f.id), "
    "(select max(b.reduced_at) from basic_record b where b.file_id = f.id) ";

/// The files by id, in the order in which they were found, while their parts are read.
class Gathered {
 public:
  Gathered(Session& session, const Selected& selected) : session_(session), selected_(selected) {}

  Result<std::vector<RetentionFile>> all(bool victims) {
    NL_CHECK(victims ? read_victims() : read_children());
    NL_CHECK(read_cases());
    NL_CHECK(read_features());
    NL_CHECK(read_decisions());
    NL_CHECK(read_open_requests());
    NL_CHECK(read_running_samples());
    return readable_.checked(Result<std::vector<RetentionFile>>(std::move(files_)));
  }

 private:
  std::string sql(std::string_view columns, std::string_view join, std::string_view order) const {
    std::string text = "select ";
    text += columns;
    text += selected_.from;
    text += join;
    text += selected_.where;
    text += order;
    return text;
  }

  RetentionFile file(const std::string& id, const std::string& service, bool held, std::string name,
                     const MaybeText& reduced) {
    return {.file = readable_.id<domain::FileId>(id),
            .service = readable_.id<domain::OrganisationId>(service),
            .held = held,
            .name = Sensitive(std::move(name)),
            .reduced = readable_.instant(reduced)};
  }

  void add(RetentionFile file, const std::array<MaybeText, 4>& written, const MaybeText& basic) {
    file.last_recorded = readable_.date(basic);
    for (const auto& each : written)
      if (const auto at = readable_.instant(each)) {
        const auto day = platform::day_in_london(*at);
        if (!file.last_recorded || *file.last_recorded < day) file.last_recorded = day;
      }
    place_.emplace(file.file.text(), files_.size());
    files_.push_back(std::move(file));
  }

  Status read_children() {
    return session_.each<std::string, std::string, bool, std::string, std::string, MaybeText,
                         MaybeText, MaybeText, MaybeText, MaybeText, MaybeText, MaybeText>(
        sql("f.id, f.service_id, f.held, c.given_names, c.family_name, c.born_on, " +
                std::string(last_written),
            "", " order by c.sort_name, f.id"),
        selected_.bound,
        [&](const std::string& id, const std::string& service, bool held, const std::string& given,
            const std::string& family, const MaybeText& born, MaybeText versions, MaybeText typed,
            MaybeText uploads, MaybeText sent_in, const MaybeText& basic,
            const MaybeText& reduced) {
          auto found =
              file(id, service, held, given.empty() ? family : given + " " + family, reduced);
          found.born_on = Sensitive(readable_.date(born));
          add(std::move(found),
              {std::move(versions), std::move(typed), std::move(uploads), std::move(sent_in)},
              basic);
        });
  }

  Status read_victims() {
    return session_.each<std::string, std::string, bool, std::string, MaybeText, MaybeText,
                         MaybeText, MaybeText, MaybeText, MaybeText>(
        sql("f.id, f.service_id, f.held, c.reference, " + std::string(last_written), "",
            " order by c.reference, f.id"),
        selected_.bound,
        [&](const std::string& id, const std::string& service, bool held, std::string reference,
            MaybeText versions, MaybeText typed, MaybeText uploads, MaybeText sent_in,
            const MaybeText& basic, const MaybeText& reduced) {
          auto found = file(id, service, held, std::move(reference), reduced);
          found.victim = true;
          add(std::move(found),
              {std::move(versions), std::move(typed), std::move(uploads), std::move(sent_in)},
              basic);
        });
  }

  RetentionFile* file_of(const std::string& id) {
    const auto at = place_.find(id);
    return at == place_.end() ? nullptr : &files_[at->second];
  }

  Status read_cases() {
    std::map<std::string, std::vector<std::string>> outcomes;
    NL_CHECK((session_.each<std::string, std::string>(
        sql("o.case_id, o.outcome", " join case_outcome o on o.file_id = f.id",
            " order by o.case_id, o.outcome"),
        selected_.bound, [&](const std::string& id, std::string code) {
          outcomes[id].push_back(std::move(code));
        })));
    return session_.each<std::string, std::string, std::string, std::string, MaybeText>(
        sql("f.id, k.id, k.kind, k.opened_on, k.closed_on",
            " join child_case k on k.file_id = f.id", " order by k.opened_on desc, k.id"),
        selected_.bound,
        [&](const std::string& file, const std::string& id, const std::string& kind,
            const std::string& opened, const MaybeText& closed) {
          auto* const of = file_of(file);
          if (of == nullptr) return;
          of->cases.push_back({readable_.id<domain::CaseId>(id),
                               {readable_.known(domain::parse_case_kind(kind)),
                                readable_.date(opened), readable_.date(closed), outcomes[id]}});
        });
  }

  Status read_features() {
    return session_.each<std::string, std::string>(
        sql("f.id, t.feature", " join file_feature t on t.file_id = f.id",
            " order by f.id, t.feature"),
        selected_.bound, [&](const std::string& file, std::string feature) {
          if (auto* const of = file_of(file)) of->features.push_back(std::move(feature));
        });
  }

  Status read_decisions() {
    return session_.each<std::string, std::string, std::string, std::string, std::string, MaybeText,
                         std::string, std::string, std::string, MaybeText, MaybeText>(
        sql("f.id, d.id, d.kind, d.ground, d.reason, d.keep_until, d.decided_by, p.name, "
            "d.decided_at, d.settled_as, d.settled_words",
            " join retention_decision d on d.file_id = f.id join person p on p.id = d.decided_by",
            " order by d.decided_at desc, d.id"),
        selected_.bound,
        [&](const std::string& file, const std::string& id, const std::string& kind,
            std::string ground, std::string reason, const MaybeText& until, const std::string& by,
            std::string name, const std::string& at, const MaybeText& settled, MaybeText words) {
          auto* const of = file_of(file);
          if (of == nullptr) return;
          RetentionDecision decision{.id = readable_.id<RetentionDecisionId>(id),
                                     .kind = readable_.known(parse_decision_kind(kind)),
                                     .ground = std::move(ground),
                                     .reason = std::move(reason),
                                     .keep_until = readable_.date(until),
                                     .decided_by = readable_.id<domain::PersonId>(by),
                                     .decided_by_name = std::move(name),
                                     .decided_at = readable_.instant(at)};
          if (settled) decision.settled = readable_.known(parse_settled(*settled));
          decision.settled_words = std::move(words).value_or("");
          of->decisions.push_back(std::move(decision));
        });
  }

  Status read_open_requests() {
    return session_.each<std::string, std::string>(
        sql("f.id, q.received_on",
            " join subject_request q on q.file_id = f.id and q.closed_at is null",
            " order by q.received_on, q.id"),
        selected_.bound, [&](const std::string& file, const std::string& received) {
          if (auto* const of = file_of(file)) of->open_requests.push_back(readable_.date(received));
        });
  }

  Status read_running_samples() {
    return session_.each<std::string, std::string>(
        sql("distinct f.id, s.title",
            " join sample_case l on l.file_id = f.id join sample s on s.id = l.sample_id "
            "and s.evidence_signed_at is null and s.called_off_at is null "
            "and (s.notified_at is null or l.drawn)",
            " order by f.id, s.title"),
        selected_.bound, [&](const std::string& file, std::string title) {
          if (auto* const of = file_of(file)) of->running_samples.push_back(std::move(title));
        });
  }

  Session& session_;
  const Selected& selected_;
  Readable readable_{};
  std::vector<RetentionFile> files_{};
  std::map<std::string, std::size_t> place_{};
};

std::string from_table(bool victims) {
  return std::string(" from ") + (victims ? "victim" : "child") +
         " c join file f on f.id = c.file_id";
}

}  // namespace

std::string_view code(DecisionKind kind) {
  return decision_kinds.at(static_cast<std::size_t>(kind));
}

std::optional<DecisionKind> parse_decision_kind(std::string_view text) {
  const auto at = std::ranges::find(decision_kinds, text);
  if (at == decision_kinds.end()) return std::nullopt;
  return static_cast<DecisionKind>(at - decision_kinds.begin());
}

const RetentionDecision* RetentionFile::waiting() const {
  for (const auto& each : decisions)
    if (!each.settled && each.kind != DecisionKind::Keep) return &each;
  return nullptr;
}

std::optional<Date> RetentionFile::kept_until() const {
  for (const auto& each : decisions)
    if (each.kind == DecisionKind::Keep && each.settled != Settled::Replaced)
      return each.keep_until;
  return std::nullopt;
}

Result<std::vector<RetentionFile>> retention_files(Session& session, const ListGrant& grant) {
  std::vector<RetentionFile> all;
  for (const bool victims : {false, true}) {
    const ScopeParts scope(grant.scope(), victims);
    for (const auto& part : scope.parts()) {
      const Selected selected{from_table(victims),
                              part.where +
                                  " and not exists (select 1 from child_case going "
                                  "where going.file_id = f.id and going.closed_on is null)",
                              part.bound};
      NL_TRY(some, Gathered(session, selected).all(victims));
      for (auto& file : some)
        if (std::ranges::find(all, file.file, &RetentionFile::file) == all.end())
          all.push_back(std::move(file));
    }
  }
  return all;
}

Result<RetentionFile> retention_file(Session& session, const Grant& grant) {
  const auto file = grant.file().text();
  for (const bool victims : {false, true}) {
    const Selected selected{
        from_table(victims), " where f.id = :file and f.erased_at is null", {{"file", file}}};
    NL_TRY(found, Gathered(session, selected).all(victims));
    if (!found.empty()) return std::move(found.front());
  }
  return Error{ErrorCode::NotFound, "There is no such file."};
}

domain::RetentionFacts facts_of(const domain::RetentionPolicy& policy, const RetentionFile& file) {
  std::vector<domain::CaseOfFile> cases;
  for (const auto& each : file.cases) cases.push_back(each.facts);
  return domain::retention_facts(policy, cases, file.features, file.born_on.reveal(),
                                 file.last_recorded);
}

Status put_outcomes(Transaction& transaction, const Grant& grant, domain::CaseId id,
                    const std::vector<std::string>& outcomes) {
  const auto file = grant.file().text();
  const auto of_case = id.text();
  NL_TRY(there, transaction.row<std::string>(
                    "select id from child_case where id = :id and file_id = :file",
                    {{"id", of_case}, {"file", file}}));
  if (!there) return Error{ErrorCode::NotFound, "There is no such case."};
  NL_CHECK(transaction.run("delete from case_outcome where case_id = :id", {{"id", of_case}}));
  for (const auto& outcome : outcomes)
    NL_CHECK(transaction.run(
        "insert into case_outcome (case_id, outcome, file_id, recorded_by, recorded_at) "
        "values (:id, :outcome, :file, :by, :at)",
        {{"id", of_case},
         {"outcome", outcome},
         {"file", file},
         {"by", grant.person().text()},
         {"at", platform::iso(grant.at())}}));
  return done();
}

Status put_features(Transaction& transaction, const Grant& grant,
                    const std::vector<std::string>& features) {
  const auto file = grant.file().text();
  NL_CHECK(transaction.run("delete from file_feature where file_id = :file", {{"file", file}}));
  for (const auto& feature : features)
    NL_CHECK(
        transaction.run("insert into file_feature (file_id, feature, recorded_by, recorded_at) "
                        "values (:file, :feature, :by, :at)",
                        {{"file", file},
                         {"feature", feature},
                         {"by", grant.person().text()},
                         {"at", platform::iso(grant.at())}}));
  return done();
}

Status add_decision(Transaction& transaction, const Grant& grant,
                    const RetentionDecision& decision) {
  const auto file = grant.file().text();
  const auto now = platform::iso(grant.at());
  const auto by = grant.person().text();
  NL_CHECK(transaction.run(
      "update retention_decision set settled_as = 'replaced', settled_at = :now, settled_by = :by "
      "where file_id = :file and settled_as is null and (kind <> 'keep' or kind = :kind)",
      {{"now", now}, {"by", by}, {"file", file}, {"kind", code(decision.kind)}}));
  const auto until = decision.keep_until ? std::optional(iso(*decision.keep_until)) : std::nullopt;
  NL_CHECK(transaction.run(
      "insert into retention_decision (id, file_id, kind, ground, reason, keep_until, decided_by, "
      "decided_at) values (:id, :file, :kind, :ground, :reason, :until, :by, :now)",
      {{"id", decision.id.text()},
       {"file", file},
       {"kind", code(decision.kind)},
       {"ground", decision.ground},
       {"reason", decision.reason},
       {"until", until},
       {"by", by},
       {"now", now}}));
  return done();
}

Status settle_decision(Transaction& transaction, const Grant& grant, RetentionDecisionId id,
                       Settled how, std::string_view words) {
  NL_TRY(settled, transaction.run("update retention_decision set settled_as = :how, "
                                  "settled_by = :by, settled_at = :now, settled_words = :words "
                                  "where id = :id and file_id = :file and settled_as is null",
                                  {{"how", settlings.at(static_cast<std::size_t>(how))},
                                   {"by", grant.person().text()},
                                   {"now", platform::iso(grant.at())},
                                   {"words", words},
                                   {"id", id.text()},
                                   {"file", grant.file().text()}}));
  if (settled == 0)
    return Error{ErrorCode::NotFound, "This was decided otherwise in the meantime."};
  return done();
}

}  // namespace northlight::store

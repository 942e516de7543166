#include "store/inspection_rows.hpp"

#include <algorithm>

#include "store/inspection_words.hpp"

namespace northlight::store {
namespace {

using domain::PublishedInspection;
using Text = std::string;
using Number = std::int64_t;
using MaybeText = std::optional<std::string>;
using MaybeNumber = std::optional<std::int64_t>;

Result<std::optional<KeptInspection>> read_facts(Session& session, std::string_view id) {
  return session.row<Text, Text, Text, MaybeText, MaybeText, MaybeText, MaybeText, Text, MaybeText,
                     MaybeText, std::optional<bool>, MaybeNumber, MaybeNumber, MaybeText, Text,
                     Text, Text, Text, Text, Text>(
      R"sql(
      select i.id, s.slug, s.name, s.full_name, i.edition, i.published_day, i.published_month, i.published_text,
             i.fieldwork_month, i.fieldwork_started, i.is_joint, i.score, i.score_maximum, i.overall_rating,
             i.source_kind, i.source_title, i.source_address, i.licence, i.notes, i.isbn
      from inspection i join service s on s.slug = i.service_slug
      where i.id = :id
      )sql",
      {{"id", id}},
      [](Text key, Text slug, Text name, MaybeText full_name, MaybeText edition,
         const MaybeText& day, const MaybeText& month, Text published,
         const MaybeText& fieldwork_month, const MaybeText& fieldwork_started,
         std::optional<bool> joint, MaybeNumber score, MaybeNumber maximum, MaybeText overall,
         const Text& kind, Text title, Text address, Text licence, Text notes, Text isbn) {
        KeptInspection kept{std::move(key), std::move(slug), {}};
        auto& facts = kept.facts;
        facts.service = std::move(name);
        facts.service_full_name = std::move(full_name).value_or("");
        facts.edition = std::move(edition);
        facts.published = {date_or_nothing(day), month_or_nothing(month), std::move(published)};
        facts.fieldwork_month = month_or_nothing(fieldwork_month);
        facts.fieldwork_started = date_or_nothing(fieldwork_started);
        facts.joint = joint;
        facts.score = score;
        facts.score_maximum = maximum;
        facts.overall_rating = std::move(overall);
        facts.source_kind = source_kind_of(kind);
        facts.source_title = std::move(title);
        facts.source_address = std::move(address);
        facts.licence = std::move(licence);
        facts.notes = std::move(notes);
        facts.isbn = std::move(isbn);
        return kept;
      });
}

// The standard of that id; the database has no key question or item without one.
domain::StandardResult& standard_of(PublishedInspection& facts, std::string_view id) {
  return *std::ranges::find(facts.standards, id, &domain::StandardResult::id);
}

Status read_standards(Session& session, std::string_view id, PublishedInspection& facts) {
  NL_CHECK((session.each<Text, Text, MaybeText, MaybeNumber, MaybeNumber>(
      "select standard, title, rating, cases, line from standard_result where inspection_id = :id "
      "order by position",
      {{"id", id}},
      [&](Text standard, Text title, MaybeText rating, MaybeNumber cases, MaybeNumber line) {
        auto& added = facts.standards.emplace_back();
        added.id = std::move(standard);
        added.title = std::move(title);
        added.rating = std::move(rating);
        added.cases = cases;
        added.line = line;
      })));
  NL_CHECK((session.each<Text, Text, MaybeNumber, MaybeNumber, MaybeNumber, MaybeNumber>(
      "select standard, lens, percent, met, judged, line from key_question_result where "
      "inspection_id = :id "
      "order by standard, position",
      {{"id", id}},
      [&](const Text& standard, Text lens, MaybeNumber percent, MaybeNumber met, MaybeNumber judged,
          MaybeNumber line) {
        auto& added = standard_of(facts, standard).key_questions.emplace_back();
        added.lens = std::move(lens);
        if (percent) added.percent = Percent{*percent};
        if (met && judged)
          if (const auto share = Share::of(*met, *judged)) added.share = *share;
        added.line = line;
      })));
  return session.each<Text, Text, Text, MaybeNumber>(
      "select standard, kind, words, line from standard_item where inspection_id = :id "
      "order by standard, kind, position",
      {{"id", id}}, [&](const Text& standard, const Text& kind, Text words, MaybeNumber line) {
        auto& into = standard_of(facts, standard);
        auto& list = kind == "strength" ? into.strengths : into.areas_for_improvement;
        list.push_back({std::move(words), line});
      });
}

Status read_counts(Session& session, std::string_view id, PublishedInspection& facts) {
  NL_CHECK((session.each<Number, Text, Text, MaybeNumber>(
      "select number, addressee, words, line from recommendation where inspection_id = :id order "
      "by position",
      {{"id", id}}, [&](Number number, Text addressee, Text words, MaybeNumber line) {
        facts.recommendations.push_back({number, std::move(addressee), std::move(words), line});
      })));
  NL_CHECK((session.each<Text, Number, MaybeNumber>(
      "select what, count_of, line from sample_count where inspection_id = :id order by position",
      {{"id", id}}, [&](Text what, Number count, MaybeNumber line) {
        facts.samples.push_back({std::move(what), count, line});
      })));
  NL_CHECK((session.each<Text, Number, MaybeNumber>(
      "select type, cases, line from disposal_count where inspection_id = :id order by position",
      {{"id", id}}, [&](Text type, Number cases, MaybeNumber line) {
        facts.disposals.push_back({std::move(type), cases, line});
      })));
  NL_CHECK((session.each<Text, Text, Text, MaybeNumber>(
      "select domain, first_day, last_day, line from case_window where inspection_id = :id order "
      "by position",
      {{"id", id}}, [&](Text domain, const Text& from, const Text& to, MaybeNumber line) {
        const auto first = parse_date(from);
        const auto last = parse_date(to);
        if (first && last) facts.case_windows.push_back({std::move(domain), *first, *last, line});
      })));
  NL_CHECK((session.each<Text, Text, Text, MaybeNumber>(
      "select what, figure, unit, line from context_figure where inspection_id = :id order by "
      "position",
      {{"id", id}}, [&](Text what, Text figure, Text unit, MaybeNumber line) {
        facts.context.push_back({std::move(what), std::move(figure), std::move(unit), line});
      })));
  return session.each<Text, Number, MaybeNumber, MaybeNumber>(
      "select what, count_of, out_of, line from survey_count where inspection_id = :id order by "
      "position",
      {{"id", id}}, [&](Text what, Number count, MaybeNumber of, MaybeNumber line) {
        facts.surveys.push_back({std::move(what), count, of, line});
      });
}

Status read_findings(Session& session, std::string_view id, PublishedInspection& facts) {
  return session.each<Text, Text, Text, Text, MaybeNumber>(
      "select kind, code, place, message, line from finding where inspection_id = :id order by "
      "position",
      {{"id", id}}, [&](const Text& kind, Text code, Text place, Text message, MaybeNumber line) {
        if (kind == "question") {
          facts.questions.push_back({std::move(place), line, std::move(message)});
          return;
        }
        const auto severity = kind == "error" ? domain::Severity::Error : domain::Severity::Notice;
        facts.findings.push_back(
            {std::move(code), severity, std::move(place), line, std::move(message)});
      });
}

}  // namespace

Result<std::optional<KeptInspection>> read_inspection(Session& session, std::string_view id) {
  NL_TRY(kept, read_facts(session, id));
  if (!kept) return std::optional<KeptInspection>{};
  NL_CHECK(read_standards(session, id, kept->facts));
  NL_CHECK(read_counts(session, id, kept->facts));
  NL_CHECK(read_findings(session, id, kept->facts));
  return std::move(kept);
}

Result<std::vector<std::string>> read_source_lines(Session& session, std::string_view id,
                                                   domain::Line first, domain::Line last) {
  return session.rows<Text>(
      "select words from source_line where inspection_id = :id and number between :first and :last "
      "order by number",
      {{"id", id}, {"first", first}, {"last", last}});
}

const std::string_view summary_columns =
    "i.id, s.slug, s.name, i.edition, i.published_day, i.published_month, i.published_text, "
    "i.is_joint, i.score, "
    "i.score_maximum, i.overall_rating, i.source_kind, "
    "(select count(*) from standard_result r where r.inspection_id = i.id and r.rating is not "
    "null)";

Result<std::vector<InspectionSummary>> read_summaries(Session& session, std::string_view sql,
                                                      const Bindings& bindings) {
  return session.rows<Text, Text, Text, MaybeText, MaybeText, MaybeText, Text, std::optional<bool>,
                      MaybeNumber, MaybeNumber, MaybeText, Text, Number>(
      sql, bindings,
      [](Text id, Text slug, Text name, MaybeText edition, const MaybeText& day,
         const MaybeText& month, Text published, std::optional<bool> joint, MaybeNumber score,
         MaybeNumber maximum, MaybeText overall, const Text& kind, Number rated) {
        InspectionSummary summary;
        summary.id = std::move(id);
        summary.service_slug = std::move(slug);
        summary.service = std::move(name);
        summary.edition = std::move(edition);
        summary.published = {date_or_nothing(day), month_or_nothing(month), std::move(published)};
        summary.joint = joint;
        summary.score = score;
        summary.score_maximum = maximum;
        summary.overall_rating = std::move(overall);
        summary.source_kind = source_kind_of(kind);
        summary.standards_rated = rated;
        return summary;
      });
}

}  // namespace northlight::store

#include <array>

#include "store/inspection_rows.hpp"
#include "store/inspection_words.hpp"

namespace northlight::store {
namespace {

using domain::PublishedInspection;

// Children before parents.
constexpr std::array part_tables{
    "delete from source_line where inspection_id = :id",
    "delete from finding where inspection_id = :id",
    "delete from survey_count where inspection_id = :id",
    "delete from context_figure where inspection_id = :id",
    "delete from case_window where inspection_id = :id",
    "delete from disposal_count where inspection_id = :id",
    "delete from sample_count where inspection_id = :id",
    "delete from recommendation where inspection_id = :id",
    "delete from standard_item where inspection_id = :id",
    "delete from key_question_result where inspection_id = :id",
    "delete from standard_result where inspection_id = :id",
};

Status remove_parts(Transaction& transaction, std::string_view id) {
  for (const auto* sql : part_tables) NL_CHECK(transaction.run(sql, {{"id", id}}));
  return done();
}

Status write_facts(Transaction& transaction, const KeptInspection& kept) {
  const auto& facts = kept.facts;
  const auto day = iso_or_nothing(facts.published.day);
  const auto month = iso_or_nothing(facts.published.month);
  const auto order = order_of(facts.published);
  const auto fieldwork_month = iso_or_nothing(facts.fieldwork_month);
  const auto fieldwork_started = iso_or_nothing(facts.fieldwork_started);
  NL_CHECK(transaction.run(R"sql(
      insert into inspection (id, service_slug, edition, published_day, published_month, published_text,
                              published_year, published_order, fieldwork_month, fieldwork_started, is_joint,
                              score, score_maximum, overall_rating, source_kind, source_title, source_address,
                              licence, notes, isbn)
      values (:id, :service_slug, :edition, :published_day, :published_month, :published_text,
              :published_year, :published_order, :fieldwork_month, :fieldwork_started, :is_joint,
              :score, :score_maximum, :overall_rating, :source_kind, :source_title, :source_address,
              :licence, :notes, :isbn)
      on conflict (id) do update set
        service_slug = excluded.service_slug, edition = excluded.edition,
        published_day = excluded.published_day, published_month = excluded.published_month,
        published_text = excluded.published_text, published_year = excluded.published_year,
        published_order = excluded.published_order, fieldwork_month = excluded.fieldwork_month,
        fieldwork_started = excluded.fieldwork_started, is_joint = excluded.is_joint,
        score = excluded.score, score_maximum = excluded.score_maximum,
        overall_rating = excluded.overall_rating, source_kind = excluded.source_kind,
        source_title = excluded.source_title, source_address = excluded.source_address,
        licence = excluded.licence, notes = excluded.notes, isbn = excluded.isbn
      )sql",
                           {{"id", kept.id},
                            {"service_slug", kept.service_slug},
                            {"edition", facts.edition},
                            {"published_day", day},
                            {"published_month", month},
                            {"published_text", facts.published.text},
                            {"published_year", year_of(facts.published)},
                            {"published_order", order},
                            {"fieldwork_month", fieldwork_month},
                            {"fieldwork_started", fieldwork_started},
                            {"is_joint", facts.joint},
                            {"score", facts.score},
                            {"score_maximum", facts.score_maximum},
                            {"overall_rating", facts.overall_rating},
                            {"source_kind", word_of(facts.source_kind)},
                            {"source_title", facts.source_title},
                            {"source_address", facts.source_address},
                            {"licence", facts.licence},
                            {"notes", facts.notes},
                            {"isbn", facts.isbn}}));
  return done();
}

Status write_items(Transaction& transaction, std::string_view id,
                   const domain::StandardResult& standard, std::string_view kind,
                   const std::vector<domain::Item>& items) {
  for (std::size_t i = 0; i < items.size(); ++i)
    NL_CHECK(transaction.run(
        "insert into standard_item (inspection_id, standard, kind, position, words, line) "
        "values (:id, :standard, :kind, :position, :words, :line)",
        {{"id", id},
         {"standard", standard.id},
         {"kind", kind},
         {"position", i},
         {"words", items[i].text},
         {"line", items[i].line}}));
  return done();
}

Status write_key_questions(Transaction& transaction, std::string_view id,
                           const domain::StandardResult& standard) {
  for (std::size_t i = 0; i < standard.key_questions.size(); ++i) {
    const auto& question = standard.key_questions[i];
    std::optional<std::int64_t> percent;
    std::optional<std::int64_t> met;
    std::optional<std::int64_t> judged;
    if (question.percent) percent = question.percent->value;
    if (question.share) {
      met = question.share->met();
      judged = question.share->judged();
    }
    NL_CHECK(
        transaction.run("insert into key_question_result (inspection_id, standard, position, lens, "
                        "percent, met, judged, line) "
                        "values (:id, :standard, :position, :lens, :percent, :met, :judged, :line)",
                        {{"id", id},
                         {"standard", standard.id},
                         {"position", i},
                         {"lens", question.lens},
                         {"percent", percent},
                         {"met", met},
                         {"judged", judged},
                         {"line", question.line}}));
  }
  return done();
}

Status write_standards(Transaction& transaction, std::string_view id,
                       const PublishedInspection& facts) {
  for (std::size_t i = 0; i < facts.standards.size(); ++i) {
    const auto& standard = facts.standards[i];
    NL_CHECK(
        transaction.run("insert into standard_result (inspection_id, position, standard, title, "
                        "rating, cases, line) "
                        "values (:id, :position, :standard, :title, :rating, :cases, :line)",
                        {{"id", id},
                         {"position", i},
                         {"standard", standard.id},
                         {"title", standard.title},
                         {"rating", standard.rating},
                         {"cases", standard.cases},
                         {"line", standard.line}}));
    NL_CHECK(write_key_questions(transaction, id, standard));
    NL_CHECK(write_items(transaction, id, standard, "strength", standard.strengths));
    NL_CHECK(write_items(transaction, id, standard, "area-for-improvement",
                         standard.areas_for_improvement));
  }
  return done();
}

Status write_counts(Transaction& transaction, std::string_view id,
                    const PublishedInspection& facts) {
  for (std::size_t i = 0; i < facts.recommendations.size(); ++i) {
    const auto& each = facts.recommendations[i];
    NL_CHECK(transaction.run(
        "insert into recommendation (inspection_id, position, number, addressee, words, line) "
        "values (:id, :position, :number, :addressee, :words, :line)",
        {{"id", id},
         {"position", i},
         {"number", each.number},
         {"addressee", each.addressee},
         {"words", each.text},
         {"line", each.line}}));
  }
  for (std::size_t i = 0; i < facts.samples.size(); ++i) {
    const auto& each = facts.samples[i];
    NL_CHECK(
        transaction.run("insert into sample_count (inspection_id, position, what, count_of, line) "
                        "values (:id, :position, :what, :count, :line)",
                        {{"id", id},
                         {"position", i},
                         {"what", each.what},
                         {"count", each.count},
                         {"line", each.line}}));
  }
  for (std::size_t i = 0; i < facts.disposals.size(); ++i) {
    const auto& each = facts.disposals[i];
    NL_CHECK(
        transaction.run("insert into disposal_count (inspection_id, position, type, cases, line) "
                        "values (:id, :position, :type, :cases, :line)",
                        {{"id", id},
                         {"position", i},
                         {"type", each.type},
                         {"cases", each.cases},
                         {"line", each.line}}));
  }
  for (std::size_t i = 0; i < facts.case_windows.size(); ++i) {
    const auto& each = facts.case_windows[i];
    NL_CHECK(transaction.run(
        "insert into case_window (inspection_id, position, domain, first_day, last_day, line) "
        "values (:id, :position, :domain, :first_day, :last_day, :line)",
        {{"id", id},
         {"position", i},
         {"domain", each.domain},
         {"first_day", iso(each.from)},
         {"last_day", iso(each.to)},
         {"line", each.line}}));
  }
  for (std::size_t i = 0; i < facts.context.size(); ++i) {
    const auto& each = facts.context[i];
    NL_CHECK(transaction.run(
        "insert into context_figure (inspection_id, position, what, figure, unit, line) "
        "values (:id, :position, :what, :figure, :unit, :line)",
        {{"id", id},
         {"position", i},
         {"what", each.what},
         {"figure", each.value},
         {"unit", each.unit},
         {"line", each.line}}));
  }
  for (std::size_t i = 0; i < facts.surveys.size(); ++i) {
    const auto& each = facts.surveys[i];
    NL_CHECK(transaction.run(
        "insert into survey_count (inspection_id, position, what, count_of, out_of, line) "
        "values (:id, :position, :what, :count, :out_of, :line)",
        {{"id", id},
         {"position", i},
         {"what", each.what},
         {"count", each.count},
         {"out_of", each.of},
         {"line", each.line}}));
  }
  return done();
}

Status write_finding(Transaction& transaction, std::string_view id, std::size_t position,
                     std::string_view kind, const domain::Finding& finding) {
  NL_CHECK(transaction.run(
      "insert into finding (inspection_id, position, kind, code, place, message, line) "
      "values (:id, :position, :kind, :code, :place, :message, :line)",
      {{"id", id},
       {"position", position},
       {"kind", kind},
       {"code", finding.code},
       {"place", finding.where},
       {"message", finding.message},
       {"line", finding.line}}));
  return done();
}

Status write_findings(Transaction& transaction, std::string_view id,
                      const PublishedInspection& facts) {
  std::size_t position = 0;
  for (const auto& finding : facts.findings)
    NL_CHECK(write_finding(transaction, id, position++,
                           finding.severity == domain::Severity::Error ? "error" : "notice",
                           finding));
  for (const auto& question : facts.questions)
    NL_CHECK(write_finding(
        transaction, id, position++, "question",
        {.code = "", .where = question.where, .line = question.line, .message = question.message}));
  return done();
}

Status write_text(Transaction& transaction, std::string_view id,
                  const std::vector<std::string>& text) {
  for (std::size_t i = 0; i < text.size(); ++i)
    NL_CHECK(transaction.run(
        "insert into source_line (inspection_id, number, words) values (:id, :number, :words)",
        {{"id", id}, {"number", i + 1}, {"words", text[i]}}));
  return done();
}

}  // namespace

Status write_inspection(Transaction& transaction, const KeptInspection& kept) {
  NL_CHECK(remove_parts(transaction, kept.id));
  NL_CHECK(write_facts(transaction, kept));
  NL_CHECK(write_standards(transaction, kept.id, kept.facts));
  NL_CHECK(write_counts(transaction, kept.id, kept.facts));
  NL_CHECK(write_findings(transaction, kept.id, kept.facts));
  return write_text(transaction, kept.id, kept.facts.text);
}

}  // namespace northlight::store

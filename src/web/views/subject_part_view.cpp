#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "html/button.hpp"
#include "html/checkboxes.hpp"
#include "html/details.hpp"
#include "html/input.hpp"
#include "html/inset_text.hpp"
#include "html/radios.hpp"
#include "html/tag.hpp"
#include "web/subject_access_paths.hpp"
#include "web/views/form_parts.hpp"
#include "web/views/people_parts.hpp"
#include "web/views/subject_access_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;
using casework::ReviewedHiding;
using domain::Decision;
using domain::HeldLine;
using domain::LineAt;

/// The page of one part: each line as it stands, what of it is hidden, and what to decide.
class PartPage {
 public:
  explicit PartPage(const SubjectPartModel& model)
      : model_(model), review_(model.frame.review), part_(review_.holding.parts.at(model.part)) {}

  Html content() {
    Html out;
    for (std::size_t entry = 0; entry < part_.entries.size(); ++entry) {
      out += element("h2", {{"class", "govuk-heading-m"}}, part_.entries[entry].title);
      for (std::size_t line = 0; line < part_.entries[entry].lines.size(); ++line)
        out += one_line({model_.part, entry, line}, part_.entries[entry].lines[line]);
    }
    if (part_.entries.empty()) out += paragraph("Nothing is written down here.");
    return out;
  }

 private:
  std::vector<const ReviewedHiding*> hidings_of(const LineAt& at) const {
    std::vector<const ReviewedHiding*> found;
    for (const auto& one : review_.hidings)
      if (one.decided.hiding.at == at && !one.covered) found.push_back(&one);
    return found;
  }

  /// The whole text; what would be hidden is marked.
  static Html marked(const HeldLine& line, const std::vector<const ReviewedHiding*>& hidings) {
    Html out;
    std::size_t at = 0;
    for (const auto* one : hidings) {
      const auto& stretch = one->decided.hiding.stretch;
      if (one->decided.decision == Decision::Lifted || stretch.until <= at) continue;
      const auto from = std::max(stretch.from, at);
      out += text(line.text.substr(at, from - at));
      out += element("span", {{"class", "govuk-visually-hidden"}}, "[to be hidden: ");
      out +=
          element("mark", {{"class", "nl-hidden"}}, line.text.substr(from, stretch.until - from));
      out += element("span", {{"class", "govuk-visually-hidden"}}, "]");
      at = stretch.until;
    }
    return element("p", {{"class", "govuk-body nl-held"}}, out + text(line.text.substr(at)));
  }

  Html one_line(const LineAt& at, const HeldLine& line) {
    const auto hidings = hidings_of(at);
    Html out = element("h3", {{"class", "govuk-heading-s govuk-!-margin-bottom-1"}}, line.label);
    out += marked(line, hidings);
    if (line.fact == domain::HeldFact::Document) out += open_it(line);
    for (const auto* one : hidings)
      if (shown_.insert(one->key).second) out += decide(line, *one);
    if (!line.text.empty()) out += add_more(at, line);
    return element("div", {{"class", "nl-row"}}, out);
  }

  Html open_it(const HeldLine& line) const {
    return element("p", {{"class", "govuk-body"}},
                   element("a",
                           {{"class", "govuk-link"},
                            {"href", paths::subject_document(model_.frame.file, review_.request.id,
                                                             domain::document_of(line))},
                            {"download", true}},
                           "Open it, to see whether it tells of others"));
  }

  Html decide(const HeldLine& line, const ReviewedHiding& one) {
    const auto& stretch = one.decided.hiding.stretch;
    const bool whole = stretch.from == 0 && stretch.until == line.text.size();
    const bool added = one.decided.hiding.rule == "added";
    const auto* rule = model_.frame.policy.find(one.decided.hiding.rule);
    const auto what =
        whole ? std::string("all of this")
              : "“" + line.text.substr(stretch.from, stretch.until - stretch.from) + "”";
    Radios choice{.name = "hiding-" + one.key,
                  .fieldset = {.legend = {.text = "Hide " + what + "?",
                                          .classes = "govuk-fieldset__legend--s"}},
                  .hint = {.text = added             ? std::string("A reviewer added this.")
                                   : rule != nullptr ? rule->why(review_.subject.of_victim)
                                                     : std::string()},
                  .value = chosen(one),
                  .classes = "govuk-radios--small"};
    const auto reason_name = "reason-" + one.key;
    const auto reason = input({.name = reason_name,
                               .label = {.text = "Why may it be shown?"},
                               .error = wrong_with(model_.wrong, reason_name),
                               .value = reason_of(one)});
    choice.items.push_back({.text = "Hide it", .value = "confirmed"});
    choice.items.push_back({.text = added ? "Do not hide it after all" : "Show it",
                            .value = "lifted",
                            .conditional = added ? Html() : reason});
    return radios(choice);
  }

  const casework::SentDecision* sent(const ReviewedHiding& one) const {
    if (model_.sent == nullptr) return nullptr;
    for (const auto& each : model_.sent->decisions)
      if (each.key == one.key) return &each;
    return nullptr;
  }

  std::string chosen(const ReviewedHiding& one) const {
    if (const auto* each = sent(one))
      return each->decision == store::HidingDecision::Lifted ? "lifted" : "confirmed";
    switch (one.decided.decision) {
      case Decision::Unchecked:
        return {};
      case Decision::Confirmed:
        return "confirmed";
      case Decision::Lifted:
        return "lifted";
    }
    return {};
  }

  std::string reason_of(const ReviewedHiding& one) const {
    if (const auto* each = sent(one)) return each->reason;
    return one.reason ? one.reason->reveal() : std::string();
  }

  Html add_more(const LineAt& at, const HeldLine& line) const {
    const auto name = "add-" + line.place;
    const auto id = "add-" + std::to_string(at.entry) + "-" + std::to_string(at.line);
    std::string typed;
    if (model_.sent != nullptr)
      for (const auto& each : model_.sent->additions)
        if (each.place == line.place) typed = each.words;
    const bool wrong = model_.wrong.field == name;
    return details({.summary = "Hide something else here",
                    .content = input({.name = name,
                                      .label = {.text = "Words to hide, as they stand above"},
                                      .error = wrong_with(model_.wrong, name),
                                      .value = typed,
                                      .id = wrong && !typed.empty() ? name : id}),
                    .open = !typed.empty()});
  }

  const SubjectPartModel& model_;
  const casework::SubjectReview& review_;
  const domain::HeldPart& part_;
  std::set<std::string> shown_{};
};

/// What was added to lines that read otherwise now, to be looked for and taken off.
Html lost_hidings(const SubjectPartModel& model) {
  const auto& review = model.frame.review;
  Checkboxes boxes{
      .name = "off",
      .hint = {.text = "The text was changed or is gone, so nothing is hidden there. Look whether "
                       "the words stand elsewhere on this page, and hide them there. Take off what "
                       "is no longer needed."}};
  for (const auto& lost : review.lost) {
    if (lost.part != model.part) continue;
    std::string where = "a text that is no longer here";
    for (const auto& entry : review.holding.parts.at(model.part).entries)
      for (const auto& line : entry.lines)
        if (line.place == lost.place()) where = "“" + line.label + "”, which reads otherwise now";
    const auto* sent = model.sent;
    boxes.items.push_back(
        {.text = "Take off what was added on " + words(platform::day_in_london(lost.added_at())) +
                 " in " + where,
         .value = lost.key(),
         .checked = sent != nullptr &&
                    std::ranges::find(sent->taken_off, lost.key()) != sent->taken_off.end()});
  }
  if (boxes.items.empty()) return {};
  boxes.fieldset = {
      .legend = {.text = counted(static_cast<long long>(boxes.items.size()),
                                 "hiding that was added no longer finds its words",
                                 "hidings that were added no longer find their words"),
                 .classes = "govuk-fieldset__legend--m"}};
  return checkboxes(boxes);
}

Html at_the_end(const SubjectPartModel& model) {
  const auto& part = model.frame.review.parts.at(model.part);
  Checkboxes boxes{.name = "done",
                   .fieldset = {.legend = {.text = "When you have read it",
                                           .classes = "govuk-fieldset__legend--m"}}};
  if (part.unchecked > 0)
    boxes.items.push_back(
        {.text = "Hide everything on this page that I have not decided on", .value = "rest"});
  boxes.items.push_back(
      {.text = "I have read this part to its end",
       .value = "read",
       .hint = {.text = "Other people may be named where no rule has found them."},
       .checked = part.reading == casework::Reading::Read});
  return checkboxes(boxes);
}

Html unshown_part() {
  return inset_text(
      {.text =
           "This record cannot be shown: a version of it is not what was recorded, for somebody "
           "changed it in the database, past this service. Tell whoever looks after the system: "
           "they find what was recorded in a backup. Once it is put back, read it here. Until "
           "then nothing of this answer can be given out."});
}

Html entry_lines(const domain::HeldEntry& entry) {
  Html out = element("h3", {{"class", "govuk-heading-s"}}, entry.title);
  for (const auto& line : entry.lines)
    out += element("div", {{"class", "nl-row"}},
                   element("p",
                           {{"class",
                             "govuk-body govuk-!-font-weight-bold "
                             "govuk-!-margin-bottom-1"}},
                           line.label),
                   element("p", {{"class", "govuk-body nl-held"}}, line.text));
  return out;
}

}  // namespace

Html subject_part_page(const Shell& shell, const SubjectPartModel& model) {
  const auto& frame = model.frame;
  const auto& part = frame.review.holding.parts.at(model.part);
  const auto& state = frame.review.parts.at(model.part);
  Html main = wrong_summary(model.wrong);
  main += subject_heading(subject_name(frame.review.subject), part.title);
  if (part.unshown)
    return page(shell, subject_head(frame, "Read and decide", !model.wrong.empty()),
                main + unshown_part() + back_to_request(frame));
  if (const auto& read = state.read; read && state.reading == casework::Reading::ChangedSince)
    main += inset_text({.text = "This has changed since it was read on " +
                                words(platform::day_in_london(read->at)) +
                                ". What was decided of text that stands as it did is kept. Read "
                                "the part again."});
  main += paragraph(
      "What is marked would be hidden. Decide on each, and look for other people whom no rule has "
      "found.");
  if (frame.may_release && !frame.prepared_by_them)
    main += inset_text({.text = "If you decide on a place here or mark this part as read, you do "
                                "not give the answer out: another person has to."});
  main += post_form(paths::subject_part(frame.file, frame.review.request.id, part.code),
                    frame.form_token);
  main += hidden_field("hash", state.hash);
  main += lost_hidings(model);
  main += PartPage(model).content() + at_the_end(model) + button({.text = "Save"});
  main.close("form");
  main += back_to_request(frame);
  return page(shell, subject_head(frame, "Read and decide", !model.wrong.empty()), main);
}

Html subject_preview_page(const Shell& shell, const SubjectFrame& frame,
                          const domain::Holding& given) {
  Html main = subject_heading(subject_name(frame.review.subject), "As it would be given out now");
  main += paragraph("What is not decided yet is hidden here.");
  for (const auto& part : given.parts) {
    main += element("h2", {{"class", "govuk-heading-m"}}, part.title);
    for (const auto& entry : part.entries) main += entry_lines(entry);
  }
  main += back_to_request(frame);
  return page(shell, subject_head(frame, "As it would be given out"), main);
}

}  // namespace northlight::web::views

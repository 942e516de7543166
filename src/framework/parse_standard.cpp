#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "framework/parse.hpp"

namespace northlight::framework {

namespace {

template <typename Thing>
std::string codes_of(const std::vector<Thing>& things) {
  std::vector<std::string> codes;
  for (const auto& thing : things)
    if (std::ranges::find(codes, thing.code.text()) == codes.end())
      codes.push_back(thing.code.text());
  return codes.empty() ? "none" : list_in_words(codes, "or");
}

RatedBy parse_rated_by(TomlFields& fields) {
  const auto text = fields.text("rated_by");
  if (text == "weakest_question") return RatedBy::WeakestQuestion;
  if (text == "not_known") return RatedBy::NotKnown;
  if (text && *text != "panel")
    fields.refuse(
        "rated_by",
        fmt::format("\"{}\" is not a way to rate. Write \"weakest_question\", \"panel\" or "
                    "\"not_known\".",
                    *text));
  return RatedBy::Panel;
}

/// An id that starts with its owner's, so that "2.2.3.e" can only stand under "2.2.3".
void check_belongs(TomlFields& fields, std::string_view id, std::string_view owner) {
  if (!id.empty() && !id.starts_with(std::string(owner) + "."))
    fields.refuse("id", fmt::format("\"{}\" stands under \"{}\". Let its id start with \"{}.\".",
                                    id, owner, owner));
}

bool question_exists(const Edition& edition, const Standard& current, const QuestionCode& code) {
  const auto holds = [&](const Standard& standard) {
    return std::ranges::any_of(standard.questions,
                               [&](const auto& question) { return question.code == code; });
  };
  return holds(current) || std::ranges::any_of(edition.standards, holds);
}

bool prompt_exists(const Edition& edition, const Standard& current, const KeyQuestion& question,
                   const PromptCode& code) {
  const auto among = [&](const KeyQuestion& one) {
    return std::ranges::any_of(one.prompts,
                               [&](const auto& prompt) { return prompt.code == code; });
  };
  return among(question) || std::ranges::any_of(current.questions, among) ||
         find_prompt(edition, code).prompt != nullptr;
}

KeyQuestion parse_question(TomlFields& row, const Edition& edition, const Standard& standard) {
  KeyQuestion question;
  question.code = QuestionCode{row.text("id").value_or("")};
  check_belongs(row, question.code.text(), standard.code.text());
  if (question_exists(edition, standard, question.code))
    row.refuse("id", fmt::format("The id \"{}\" is used twice. Give each question its own.",
                                 question.code.text()));
  if (const auto lens = row.optional_text("lens")) {
    question.lens = LensCode{*lens};
    if (!edition.find(*question.lens))
      row.refuse(
          "lens",
          fmt::format(
              "There is no lens \"{}\". Write {}, or add it under [[lenses]] in framework.toml.",
              *lens, codes_of(edition.lenses)));
    else if (find_question(standard, *question.lens))
      row.refuse(
          "lens",
          fmt::format("Two questions of this standard have the lens \"{}\". Give each its own.",
                      *lens));
  } else if (standard.rated_by == RatedBy::WeakestQuestion) {
    row.refuse("lens", fmt::format("A question that cases are judged by needs a lens. Write {}.",
                                   codes_of(edition.lenses)));
  }
  question.text = row.text("text").value_or("");
  question.basis = parse_basis(row, edition);
  for (auto& prompt_row : row.optional_tables("prompts")) {
    Prompt prompt{.code = PromptCode{prompt_row.text("id").value_or("")},
                  .text = prompt_row.text("text").value_or(""),
                  .basis = parse_basis(prompt_row, edition)};
    check_belongs(prompt_row, prompt.code.text(), question.code.text());
    if (prompt_exists(edition, standard, question, prompt.code))
      prompt_row.refuse("id", fmt::format("The id \"{}\" is used twice. Give each prompt its own.",
                                          prompt.code.text()));
    prompt_row.finish();
    question.prompts.push_back(std::move(prompt));
  }
  row.finish();
  return question;
}

}  // namespace

void parse_standard_file(const Toml& document, const std::string& file, Edition& edition,
                         std::vector<Error>& problems) {
  TomlFields fields(document, file, "", problems);
  Standard standard;
  standard.code = StandardCode{fields.text("id").value_or("")};
  if (edition.find(standard.code))
    fields.refuse("id", fmt::format("The id \"{}\" is used twice. Give each standard its own.",
                                    standard.code.text()));
  standard.domain = DomainCode{fields.text("domain").value_or("")};
  if (!standard.domain.text().empty() && !edition.find(standard.domain))
    fields.refuse("domain",
                  fmt::format("There is no domain \"{}\". Write {}, or add it under [[domains]] in "
                              "framework.toml.",
                              standard.domain.text(), codes_of(edition.domains)));
  standard.title = fields.text("title").value_or("");
  standard.also_called = fields.optional_text("also_called").value_or("");
  standard.statement = fields.optional_text("statement").value_or("");
  standard.rated_by = parse_rated_by(fields);
  standard.counts_in_score = fields.flag("counts_in_score").value_or(true);
  standard.basis = parse_basis(fields, edition);
  for (auto& row : fields.optional_tables("questions"))
    standard.questions.push_back(parse_question(row, edition, standard));
  if (standard.questions.empty() && standard.rated_by == RatedBy::WeakestQuestion)
    fields.refuse(
        "questions",
        "This standard is rated by its weakest question and has no question. Add at least one "
        "under [[questions]], or change rated_by.");
  else if (standard.questions.empty() && edition.not_known_about(Part::Questions).empty())
    fields.refuse("questions",
                  "This standard has no question. Add its questions under [[questions]], or say in "
                  "framework.toml that they are not known: a [[not_known]] with about = "
                  "\"questions\", what and why.");
  fields.finish();
  edition.standards.push_back(std::move(standard));
}

}  // namespace northlight::framework

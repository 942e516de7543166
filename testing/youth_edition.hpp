#pragma once

#include <string>
#include <utility>
#include <vector>

#include "framework/edition.hpp"

namespace northlight::testing {

/// An edition of thirteen standards in four domains, as reports between 2021 and 2024 have them,
/// made without files: for tests and fuzzers of what reads by an edition.
inline framework::Edition youth_edition() {
  using namespace framework;
  Edition edition;
  edition.code = EditionCode("hmip-youth-2021");
  edition.title = "Youth justice services, 2021";
  const std::vector<std::pair<const char*, const char*>> scale{
      {"inadequate", "Inadequate"},
      {"requires_improvement", "Requires improvement"},
      {"good", "Good"},
      {"outstanding", "Outstanding"}};
  for (const auto& [code, name] : scale)
    edition.scale.push_back({code, name, static_cast<std::int64_t>(edition.scale.size()), {}});
  const auto band = [](std::size_t place, std::int64_t from, std::int64_t below) {
    return Band{Rating{place}, Percent{from}, Percent{below}, ""};
  };
  edition.bands = BandRule{{band(0, 0, 50), band(1, 50, 65), band(2, 65, 80), band(3, 80, 100)},
                           Compared::Exact,
                           {},
                           {}};
  const auto up_to = [](std::int64_t halves) { return Fraction::of(halves, 2).value(); };
  edition.overall = OverallRule{
      {{Rating{0}, up_to(1)}, {Rating{1}, up_to(3)}, {Rating{2}, up_to(5)}, {Rating{3}, {}}}, {}};
  edition.lenses = {
      {LensCode("desistance"), "Desistance", "", {}},
      {LensCode("child_safety"), "Keeping the child safe", "safety and wellbeing", {}},
      {LensCode("others_safety"), "Keeping other people safe", "risk of harm to others", {}}};
  const auto domain = [&](const char* code, const char* number, const char* title) {
    Domain added;
    added.code = DomainCode(code);
    added.number = number;
    added.title = title;
    edition.domains.push_back(std::move(added));
  };
  domain("organisational_delivery", "1", "Organisational delivery");
  domain("court", "2", "Court disposals");
  domain("out_of_court", "3", "Out-of-court disposals");
  domain("resettlement", "4", "Resettlement");
  const auto standard = [&](const char* code, const char* in, const char* title,
                            const std::vector<std::string>& questions = {}) {
    Standard added;
    added.code = StandardCode(code);
    added.domain = DomainCode(in);
    added.title = title;
    added.counts_in_score = std::string(in) != "resettlement";
    if (!questions.empty()) added.rated_by = RatedBy::WeakestQuestion;
    for (const auto& text : questions) {
      KeyQuestion question;
      question.code =
          QuestionCode(std::string(code) + "." + std::to_string(added.questions.size() + 1));
      question.lens = edition.lenses[added.questions.size()].code;
      question.text = text;
      added.questions.push_back(std::move(question));
    }
    edition.standards.push_back(std::move(added));
  };
  const auto three = [](const std::string& lead, const std::string& a, const std::string& b,
                        const std::string& c) {
    return std::vector<std::string>{lead + a, lead + b, lead + c};
  };
  const auto assessment =
      three("Does assessment sufficiently analyse how to ", "support the child's desistance?",
            "keep the child safe?", "keep other people safe?");
  const auto planning =
      three("Does planning focus sufficiently on ", "supporting the child's desistance?",
            "keeping the child safe?", "keeping other people safe?");
  const auto delivery =
      three("Does the implementation and delivery of services effectively support ",
            "the child's desistance?", "the safety of the child?", "the safety of other people?");
  const auto reviewing =
      three("Does reviewing focus sufficiently on ", "supporting the child's desistance?",
            "keeping the child safe?", "keeping other people safe?");
  standard("1.1", "organisational_delivery", "Governance and leadership");
  standard("1.2", "organisational_delivery", "Staff");
  standard("1.3", "organisational_delivery", "Partnerships and services");
  standard("1.4", "organisational_delivery", "Information and facilities");
  standard("2.1", "court", "Assessment", assessment);
  standard("2.2", "court", "Planning", planning);
  standard("2.3", "court", "Implementation and delivery", delivery);
  standard("2.4", "court", "Reviewing", reviewing);
  standard("3.1", "out_of_court", "Assessment", assessment);
  standard("3.2", "out_of_court", "Planning", planning);
  standard("3.3", "out_of_court", "Implementation and delivery", delivery);
  standard("3.4", "out_of_court", "Out-of-court disposal policy and provision");
  standard("4.1", "resettlement", "Resettlement policy and provision");
  return edition;
}

}  // namespace northlight::testing

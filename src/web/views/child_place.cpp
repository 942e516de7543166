#include "web/views/child_place.hpp"

#include "base/text.hpp"
#include "html/identity_bar.hpp"
#include "html/sub_navigation.hpp"
#include "web/child_paths.hpp"
#include "web/views/children_view.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

struct PartLink {
  FilePart part;
  const char* words;
  Url href;
  std::optional<domain::Action> needs{};  ///< Of any of those who may read the file, unless given.
};

std::vector<PartLink> parts_of(const FileAddress& at) {
  std::vector<PartLink> parts{
      {FilePart::Overview, "Overview", paths::file(at)},
      {FilePart::Work, "Cases and who works on them", paths::file_cases(at)},
      {FilePart::Past, "As it stood on a day", paths::file_past(at)}};
  if (!at.of_victim) {
    parts.push_back({FilePart::SentIn, "Sent in", paths::child_sent_in(at)});
    parts.push_back(
        {FilePart::Sharing, "Sharing", paths::child_sharing(at), domain::Action::Disclose});
    parts.push_back(
        {FilePart::Links, "Personal links", paths::child_links(at), domain::Action::GiveLink});
  }
  parts.push_back(
      {FilePart::Marks, "Restrictions and holds", paths::file_marks(at), domain::Action::MarkFile});
  return parts;
}

}  // namespace

Html file_bar(const RecordPlace& place) {
  Html title = element(
      "a", {{"class", "govuk-link nl-identity"}, {"href", paths::file(place.file)}}, place.whose);
  if (!place.facts.empty()) title += element("span", {{"class", "nl-identity-facts"}}, place.facts);
  SubNavigation navigation{.label = "Parts of this file"};
  for (const auto& one : parts_of(place.file))
    if (!one.needs || place.may.has(*one.needs))
      navigation.items.push_back(
          {.text = one.words, .href = one.href, .active = one.part == place.part});
  return identity_bar({.title = title}) + sub_navigation(navigation);
}

std::string file_facts(const casework::CaseFile& opened, Date today) {
  std::string facts = "Victim’s file.";
  if (opened.child) {
    const auto& born = opened.child->born_on.reveal();
    facts = born ? age_words(born, today) + " years old." : "Age not known.";
  }
  std::vector<std::string> kinds;
  for (const auto& one : opened.cases)
    if (!one.closed_on) kinds.emplace_back(domain::words(one.kind));
  facts += " " + (kinds.empty() ? std::string("No open case") : join(kinds, ", ")) + ".";
  for (const auto& mark : opened.marks)
    if (!mark.until)
      facts += mark.mark == domain::Mark::Restricted ? " Restricted file." : " Held: no erasing.";
  return facts;
}

}  // namespace northlight::web::views

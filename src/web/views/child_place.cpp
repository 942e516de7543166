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

std::vector<PartLink> parts_of(domain::FileId file) {
  return {{FilePart::Overview, "Overview", paths::child(file)},
          {FilePart::Work, "Cases and who works on them", paths::child_cases(file)},
          {FilePart::Past, "As it stood on a day", paths::child_past(file)},
          {FilePart::SentIn, "Sent in", paths::child_sent_in(file)},
          {FilePart::Sharing, "Sharing", paths::child_sharing(file), domain::Action::Disclose},
          {FilePart::Links, "Personal links", paths::child_links(file), domain::Action::GiveLink},
          {FilePart::Marks, "Restrictions and holds", paths::child_marks(file),
           domain::Action::MarkFile}};
}

}  // namespace

Html child_bar(const RecordPlace& place) {
  Html title = element(
      "a", {{"class", "govuk-link nl-identity"}, {"href", paths::child(place.file)}}, place.child);
  if (!place.facts.empty()) title += element("span", {{"class", "nl-identity-facts"}}, place.facts);
  SubNavigation navigation{.label = "Parts of this file"};
  for (const auto& one : parts_of(place.file))
    if (!one.needs || place.may.has(*one.needs))
      navigation.items.push_back(
          {.text = one.words, .href = one.href, .active = one.part == place.part});
  return identity_bar({.title = title}) + sub_navigation(navigation);
}

std::string child_facts(const casework::ChildFile& opened, Date today) {
  const auto& born = opened.child.born_on.reveal();
  std::string facts = born ? age_words(born, today) + " years old." : "Age not known.";
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

#include "web/views/standards_view.hpp"

#include "base/text.hpp"
#include "web/paths.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

std::string used_for(const framework::Edition& edition) {
  if (!edition.fieldwork_from && !edition.fieldwork_until)
    return "When it was used is not known from the source.";
  std::string words_ = "Inspections";
  if (edition.fieldwork_from) words_ += " from " + words(*edition.fieldwork_from);
  if (edition.fieldwork_until) words_ += " to " + words(*edition.fieldwork_until);
  return words_ + ".";
}

const char* judged_by(const framework::Standard& standard) {
  switch (standard.rated_by) {
    case framework::RatedBy::WeakestQuestion:
      return "Judged case by case; the lowest key question decides the rating.";
    case framework::RatedBy::Panel:
      return "One judgement by the inspectors on all the evidence.";
    case framework::RatedBy::NotKnown:
      return "How it is rated is not known from the source.";
  }
  return "";
}

Html not_known(const framework::Edition& edition) {
  if (edition.not_known.empty()) return {};
  Html out = section_heading("not-known", "What is not known of these standards");
  out.add_raw(R"(<ul class="govuk-list govuk-list--bullet govuk-list--spaced">)");
  for (const auto& one : edition.not_known)
    out += element("li", {}, element("strong", {}, one.what),
                   one.why.empty() ? std::string() : " " + one.why);
  out.add_raw("</ul>");
  return out;
}

Html domain_section(const framework::Edition& edition, const framework::Domain& domain) {
  const auto standards = framework::standards_of(edition, domain.code);
  Html out = element("h3", {{"class", "govuk-heading-m"}, {"id", "domain-" + domain.code.text()}},
                     domain.number.empty() ? domain.title : domain.number + ". " + domain.title);
  if (standards.empty()) return out + paragraph("Its standards are not known from the source.");
  out.add_raw(R"(<ul class="govuk-list">)");
  for (const auto* standard : standards)
    out += element("li", {},
                   link(paths::standard(edition.code, standard->code),
                        standard->code.text() + " " + standard->title),
                   standard->counts_in_score
                       ? Html()
                       : raw(R"( <span class="nl-quiet">not part of the score</span>)"));
  out.add_raw("</ul>");
  return out;
}

Html sources(const framework::Edition& edition) {
  if (edition.sources.empty()) return {};
  Html out = section_heading("sources", "Sources");
  out.add_raw(R"(<ul class="govuk-list govuk-list--bullet">)");
  for (const auto& source : edition.sources) {
    Html name = source.address.empty() ? text(source.title) : link(source.address, source.title);
    auto more = source.publisher.empty() ? std::string() : ", " + source.publisher;
    if (!source.published.empty()) more += ", " + source.published;
    if (!source.note.empty()) more += ". " + source.note;
    out += element("li", {}, name, more);
  }
  out.add_raw("</ul>");
  return out;
}

Html question(const framework::Edition& edition, const framework::KeyQuestion& one) {
  Html out;
  out.open("section", {{"class", "nl-standard"}, {"id", "question-" + one.code.text()}});
  out += element("h3", {{"class", "govuk-heading-m"}}, one.code.text(), " ", one.text);
  if (one.lens)
    out += element("p", {{"class", "govuk-body nl-quiet"}}, lens_name(edition, *one.lens));
  out += basis_note(edition, one.basis);
  if (one.prompts.empty()) {
    out += element("p", {{"class", "govuk-body"}},
                   "What an inspector looks for under it: ", unknown());
  } else {
    out += element("h4", {{"class", "govuk-heading-s"}}, "What an inspector looks for");
    out.add_raw(R"(<ul class="govuk-list govuk-list--bullet">)");
    bool same = true;
    for (const auto& prompt : one.prompts)
      same = same && prompt.basis.status == one.prompts.front().basis.status;
    for (const auto& prompt : one.prompts) {
      out += element("li", {{"id", prompt.code.text()}}, prompt.text,
                     same ? std::string() : " (" + status_words(prompt.basis.status) + ")");
    }
    out.add_raw("</ul>");
    if (same && one.prompts.front().basis.status != one.basis.status)
      out += element("p", {{"class", "govuk-body-s nl-basis"}},
                     "This list: ", status_words(one.prompts.front().basis.status));
  }
  out.add_raw("</section>");
  return out;
}

}  // namespace

Html editions_page(const Shell& shell, std::span<const framework::Edition> editions) {
  Html main = element("h1", {{"class", "govuk-heading-xl"}}, "Inspection standards");
  main +=
      element("p", {{"class", "govuk-body-l"}},
              "What youth justice services are inspected against. The standards change from time "
              "to time; each inspection keeps those under which it was made.");
  for (auto edition = editions.rbegin(); edition != editions.rend(); ++edition) {
    main += element("h2", {{"class", "govuk-heading-m"}},
                    link(paths::standards(edition->code), edition->title));
    if (!edition->summary.empty()) main += paragraph(edition->summary);
    main += element("p", {{"class", "govuk-body nl-quiet"}}, used_for(*edition));
  }
  return page(shell,
              {.title = "Inspection standards",
               .section = Section::Standards,
               .description = "The standards that youth justice services are inspected against."},
              main);
}

Html edition_page(const Shell& shell, const framework::Edition& edition) {
  Html main;
  if (!edition.inspectorate.empty())
    main += element("span", {{"class", "govuk-caption-xl"}}, edition.inspectorate);
  main += element("h1", {{"class", "govuk-heading-xl"}}, edition.title);
  if (!edition.summary.empty()) main += element("p", {{"class", "govuk-body-l"}}, edition.summary);
  main += paragraph(used_for(edition));
  main += basis_note(edition, edition.basis);
  main += section_heading("standards", "Standards");
  for (const auto& domain : edition.domains) main += domain_section(edition, domain);
  if (edition.domains.empty()) main += paragraph("Its standards are not known from the source.");
  main += edition_rules(edition);
  main += not_known(edition);
  main += sources(edition);
  main += element("p", {{"class", "govuk-body"}},
                  link(paths::inspections({{"edition", edition.code.text()}}),
                       "Inspections under these standards"));
  return page(shell,
              {.title = edition.title,
               .section = Section::Standards,
               .breadcrumbs = {{"Inspection standards", paths::standards()}}},
              main);
}

Html standard_page(const Shell& shell, const framework::Edition& edition,
                   const framework::Standard& standard) {
  Html main;
  const auto* domain = edition.find(standard.domain);
  main += element("span", {{"class", "govuk-caption-xl"}},
                  domain == nullptr ? edition.title : edition.title + ": " + domain->title);
  main += element("h1", {{"class", "govuk-heading-xl"}}, standard.code.text(), " ", standard.title);
  main += standard.statement.empty()
              ? element("p", {{"class", "govuk-body-l"}}, "The standard’s statement: ", unknown())
              : element("p", {{"class", "govuk-body-l"}}, standard.statement);
  main += paragraph(judged_by(standard));
  if (!standard.counts_in_score)
    main += paragraph("Its rating is not part of the score or of the overall rating.");
  main += basis_note(edition, standard.basis);
  main += section_heading("questions", "Key questions");
  if (standard.questions.empty())
    main += element("p", {{"class", "govuk-body"}}, "The key questions: ", unknown());
  for (const auto& one : standard.questions) main += question(edition, one);
  return page(shell,
              {.title = standard.code.text() + " " + standard.title + " – " + edition.title,
               .section = Section::Standards,
               .breadcrumbs = {{"Inspection standards", paths::standards()},
                               {edition.title, paths::standards(edition.code)}}},
              main);
}

}  // namespace northlight::web::views

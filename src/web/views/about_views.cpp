#include "web/views/about_views.hpp"

#include "web/paths.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html column(const char* heading, const Html& content) {
  return element("div", {{"class", "govuk-grid-row"}},
                 element("div", {{"class", "govuk-grid-column-two-thirds"}},
                         element("h1", {{"class", "govuk-heading-l"}}, heading), content));
}

Html bullets(std::initializer_list<const char*> items) {
  Html list;
  for (const char* one : items) list += element("li", {}, one);
  return element("ul", {{"class", "govuk-list govuk-list--bullet"}}, list);
}

}  // namespace

html::Html about_page(const Shell& shell) {
  Html out = paragraph(
      "Northlight is an open, independent service about the inspection of youth justice services "
      "in England and Wales. It is named after the even light that things are inspected by.");
  out += section_heading("what", "What it does");
  out += bullets({"keeps a library of published inspections and shows how each rating was reached",
                  "checks a published report against itself and against the rules",
                  "rates a service’s own audit by the same rules",
                  "gives all of its facts away as open data"});
  out += section_heading("words", "Words you will meet");
  Html terms;
  const auto term = [&](const char* word, const char* meaning) {
    terms += element("dt", {{"class", "govuk-!-font-weight-bold"}}, word) +
             element("dd", {{"class", "nl-meaning"}}, meaning);
  };
  term("Youth justice service",
       "The local partnership of council, police, probation, health and others that works with "
       "children aged 10 to 17 who have offended or may offend.");
  term("Standard", "One thing that a service is inspected on, such as planning.");
  term("Key question", "A question that inspectors ask of every case under a standard.");
  term("Rating", "Outstanding, Good, Requires improvement or Inadequate.");
  term("Out-of-court disposal",
       "What is decided about an offence without going to court, such as a youth caution.");
  term("Edition", "A set of standards that was in use for some years.");
  out += element("dl", {{"class", "govuk-body"}}, terms);
  out += section_heading("sources", "Where the facts come from");
  out += paragraph(
      "From reports that HM Inspectorate of Probation has published under the Open Government "
      "Licence, and from a table of published ratings. Where a fact is not stated in the source, "
      "the page says “not known from the source”. Where we believe a rule but could not read it at "
      "its source, the page says that it is not yet checked.");
  out += section_heading("independent", "Who is behind it");
  out += paragraph(
      "Northlight is not part of HM Inspectorate of Probation or the Youth Justice Board, and is "
      "not endorsed by them. A rating that Northlight works out is not a rating by the "
      "inspectorate. The program is open: anyone may read, run and improve it under the MIT "
      "licence.");
  out += section_heading("people", "The machine counts, people judge");
  out += paragraph(
      "Northlight never rates a child or a worker. It counts judgements that people made, and says "
      "when a panel of people may depart from what the rule gives.");
  return page(shell, {.title = "About Northlight"}, column("About Northlight", out));
}

html::Html accessibility_page(const Shell& shell) {
  Html out = paragraph(
      "We want everyone to be able to use Northlight: with a screen reader, a keyboard alone, a "
      "screen magnifier, speech, a phone, or on paper.");
  out += section_heading("how", "How accessible it is");
  out += paragraph(
      "It is built to meet the Web Content Accessibility Guidelines 2.2 at level AA, with the "
      "components of the GOV.UK Design System. We say “built to meet” because it has been tested "
      "by machine and by us, and not yet by an independent auditor or by disabled people who use "
      "it every day. Until it has, we do not claim that it complies in full.");
  out += section_heading("tested", "What we test");
  out += bullets(
      {"every page by the automatic checker axe, at phone and at desktop width",
       "that the keyboard reaches everything, “Skip to main content” first, and focus is seen",
       "that nothing needs to be scrolled sideways at a width of 320 pixels",
       "that links and buttons are large enough to hit",
       "that every page works without JavaScript and prints on A4"});
  out += section_heading("known", "What we know is not good enough");
  out += bullets(
      {"The text of an imported report is shown line by line as it was read. Its headings and "
       "tables are not marked up, so a screen reader reads it as plain lines.",
       "Wide tables of figures scroll within themselves on a phone.",
       "Reports that you check are PDFs made by others. What they lack in accessibility we cannot "
       "put right, but we show what was read as text.",
       "There is no Welsh version yet."});
  out += section_heading("charts", "Charts");
  out += paragraph(
      "Every chart has its figures beside it in words or a table, and does not rely on colour.");
  out += section_heading("report", "If something does not work for you");
  out += paragraph(
      "Tell whoever runs this site, or open an issue with the project. Say which page it was and "
      "what you use to read it. A problem that keeps someone out is treated like any other fault "
      "of the program.");
  return page(shell, {.title = "Accessibility"}, column("Accessibility", out));
}

html::Html privacy_page(const Shell& shell) {
  Html out = element("p", {{"class", "govuk-body-l"}},
                     "You can use all of Northlight’s library without telling us who you are.");
  out += section_heading("cookies", "Cookies");
  out +=
      paragraph("None are set. Nothing is loaded from other companies, and nothing follows you.");
  out += section_heading("uploads", "Reports and audits that you send");
  out += paragraph(
      "A report that you have checked, and the counts or answers of an audit that you have rated, "
      "are read in the memory of the server, answered and forgotten. They are not stored, not "
      "written to a log and not passed to anyone. A PDF is handed to a program that turns it into "
      "text; that program is shut in, without a network, and ends when it has answered.");
  out += paragraph(
      "Do not send names of children. A table with a column for names is refused; case numbers "
      "that look like names are pointed out, and are neither kept nor shown.");
  out += section_heading("logs", "What the server writes down");
  out += paragraph(
      "For each request: when it came, which kind of page it was for, how long the answer took, "
      "and a number for that request. Not what you searched for, and not what you typed. The "
      "proxy in front of the server may keep your network address for a while, to ward off "
      "attacks: ask whoever runs this site for how long.");
  out += section_heading("library", "People in the library");
  out += paragraph(
      "The library is about services. Where an imported report names a public official, as the "
      "chief inspector who signs it, the name stands in the report’s own text and nowhere else.");
  out += section_heading("rights", "Your rights");
  out += paragraph(
      "Because nothing about you is kept, there is nothing to see, correct or erase. If you think "
      "otherwise, ask whoever runs this site.");
  return page(shell, {.title = "Privacy"}, column("Privacy", out));
}

}  // namespace northlight::web::views

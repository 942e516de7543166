#include "report/subject_access.hpp"

#include "base/text.hpp"
#include "html/html.hpp"

namespace northlight::report {
namespace {

using html::element;
using html::Html;

std::string name_of(const SubjectAnswer& answer) {
  return std::string(trim(answer.whose.reveal()));
}

/// The text in its paragraphs.
Html paragraphs(const std::string& text) {
  Html out;
  for (const auto line : split(text, '\n'))
    if (!trim(line).empty()) out += element("p", {}, trim(line));
  return out;
}

Html lines_of(const domain::HeldEntry& entry) {
  Html rows;
  for (const auto& line : entry.lines)
    rows += element("div", {{"class", "row"}}, element("dt", {}, line.label),
                    element("dd", {}, paragraphs(line.text)));
  return element("dl", {}, rows);
}

Html part_of(const domain::HeldPart& part) {
  Html out = element("h2", {{"id", "part-" + part.code}}, part.title);
  for (const auto& entry : part.entries) out += element("h3", {}, entry.title) + lines_of(entry);
  if (part.entries.empty()) out += element("p", {}, "Nothing is written down here.");
  return element("section", {}, out);
}

Html contents(const SubjectAnswer& answer) {
  Html items;
  for (const auto& part : answer.held.parts)
    items +=
        element("li", {}, element("a", {{"href", html::Url("#part-" + part.code)}}, part.title));
  return element("nav", {{"aria-label", "What is in this document"}},
                 element("h2", {}, "What is in this document"), element("ol", {}, items));
}

Html about(const SubjectAnswer& answer) {
  return element("p", {},
                 answer.asked_by + " asked for this on " + words(answer.received_on) +
                     ". It was given out on " + words(answer.given_on) + " by " + answer.service +
                     ".") +
         element("p", {},
                 "It is everything that is written down in the file, but for what tells of other "
                 "people. Where something is left out for that reason, “" +
                     answer.shown_as + "” stands in its place.") +
         element("p", {},
                 "Of each record you see the last version whole, and of the versions before it "
                 "what read differently. What somebody typed and changed again within ten minutes "
                 "is left out.");
}

Html rights() {
  return element("section", {}, element("h2", {}, "If something is wrong or missing"),
                 element("p", {},
                         "Tell us. You can ask us to put right what is wrong, to add what you "
                         "think is missing, to look again at what we left out, and in some cases "
                         "to erase something."),
                 element("p", {},
                         "You can also complain to the Information Commissioner, who looks after "
                         "the law on personal information: ico.org.uk, telephone 0303 123 1113."));
}

constexpr html::Raw head(
    "<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
    "'unsafe-inline'\"><style>"
    "@page{size:A4;margin:20mm 18mm 22mm;@bottom-right{content:'Page ' counter(page) ' of ' "
    "counter(pages);font:9pt Arial,sans-serif}}"
    "body{font:11pt/1.45 Arial,Helvetica,sans-serif;color:#0b0c0c;max-width:45rem;margin:2rem "
    "auto;padding:0 1rem}"
    "h1{font-size:1.9em;line-height:1.15}h2{font-size:1.35em;margin-top:2em;border-bottom:2px "
    "solid #1d70b8;padding-bottom:.2em;break-after:avoid}"
    // A heading stays with its first line, which as a grid could stand alone on the next page.
    "h3{font-size:1.05em;margin:1.5em 0 .3em;break-after:avoid}h3+dl "
    ".row:first-child{break-inside:avoid}"
    "dl{margin:0}.row{padding:.4em 0;border-bottom:1px solid #b1b4b6}"
    "dt{font-weight:bold;break-after:avoid}dd{margin:0;overflow-wrap:anywhere}p{margin:.4em 0}dd "
    "p:first-child{margin-top:0}"
    "a{color:#1d70b8}nav ol{padding-left:2.2em}"
    "@media print,(min-width:40rem){.row{display:grid;grid-template-columns:11rem 1fr;"
    "gap:0 1rem}}"
    "@media print{body{max-width:none;margin:0;padding:0}a{color:inherit;text-decoration:none}}"
    "</style>");

Json line_json(const domain::HeldLine& line) {
  auto json = Json::object({{"label", line.label}, {"text", line.text}});
  if (line.hidden > 0) json.set("hidden", line.hidden);
  return json;
}

}  // namespace

std::string subject_access_html(const SubjectAnswer& answer) {
  const auto title = "What is held on " + name_of(answer);
  Html parts;
  for (const auto& part : answer.held.parts) parts += part_of(part);
  const auto main = element("main", {}, element("h1", {}, title), about(answer), contents(answer),
                            parts, rights());
  return "<!DOCTYPE html>\n" +
         element("html", {{"lang", "en-GB"}},
                 element("head", {}, html::raw(head), element("title", {}, title)),
                 element("body", {}, main))
             .take();
}

Json subject_access_json(const SubjectAnswer& answer) {
  auto parts = Json::array();
  for (const auto& part : answer.held.parts) {
    auto entries = Json::array();
    for (const auto& entry : part.entries) {
      auto lines = Json::array();
      for (const auto& line : entry.lines) lines.add(line_json(line));
      entries.add(Json::object({{"title", entry.title}, {"lines", std::move(lines)}}));
    }
    parts.add(Json::object({{"title", part.title}, {"entries", std::move(entries)}}));
  }
  return Json::object({{"about", name_of(answer)},
                       {"given_by", answer.service},
                       {"asked_by", answer.asked_by},
                       {"received_on", iso(answer.received_on)},
                       {"given_on", iso(answer.given_on)},
                       {"shown_in_place_of_what_is_hidden", answer.shown_as},
                       {"parts", std::move(parts)}});
}

}  // namespace northlight::report

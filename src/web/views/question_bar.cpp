#include "web/views/question_bar.hpp"

#include "base/text.hpp"

namespace northlight::web::views {

using namespace html;

Html question_bar(const framework::Edition& edition, Percent percent,
                  const report::SampleSays* says) {
  Html out;
  out.add_raw(
      R"(<svg class="nl-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="nl-bar__track" width="100" height="10"></rect>)");
  out.open("rect", {{"class", "nl-bar__share"}, {"width", percent.value}, {"height", 10}});
  out.close("rect");
  if (edition.bands)
    for (const auto& band : edition.bands->bands)
      if (band.from.value > 0) {
        out.open("line", {{"class", "nl-bar__edge"},
                          {"x1", band.from.value},
                          {"x2", band.from.value},
                          {"y2", 10}});
        out.close("line");
      }
  if (says != nullptr) {
    out.open("line", {{"class", "nl-bar__range"},
                      {"x1", says->practice_low.value},
                      {"x2", says->practice_high.value},
                      {"y1", 5},
                      {"y2", 5}});
    out.close("line");
  }
  out.add_raw("</svg>");
  return out;
}

Html question_bar_key(const framework::Edition& edition) {
  std::string words =
      "How to read the bars: the filled part is the share of cases judged “yes”; the thin line is "
      "the range for practice in general.";
  if (edition.bands) {
    std::vector<std::string> edges;
    for (const auto& band : edition.bands->bands)
      if (band.from.value > 0)
        edges.push_back(std::to_string(band.from.value) + "% (" +
                        std::string(edition.name(band.rating)) + ")");
    words += " The upright marks show where each rating begins: " + list_in_words(edges) + ".";
  }
  return element("p", {{"class", "govuk-body-s nl-quiet"}}, words);
}

}  // namespace northlight::web::views

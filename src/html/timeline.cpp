#include "html/timeline.hpp"

#include "html/heading.hpp"

namespace northlight::html {
namespace {

Html timeline_item(const TimelineItem& item, int level) {
  Attributes attributes{{"class", classes({"moj-timeline__item", item.classes})}};
  Html byline;
  if (!item.byline.empty())
    byline = element("p", {{"class", "moj-timeline__byline"}}, "by ", item.byline);
  return element(
      "div", attributes.add(item.attributes),
      element("div", {{"class", "moj-timeline__header"}},
              heading(level, {{"class", "moj-timeline__title"}}, item.label), " ", byline),
      element("p", {{"class", "moj-timeline__date"}},
              element("time", {{"datetime", item.timestamp}}, item.when)),
      element("div", {{"class", "moj-timeline__description"}}, item.content));
}

}  // namespace

Html timeline(const Timeline& parameters) {
  Attributes attributes{{"class", classes({"moj-timeline", parameters.classes})}};
  return element("div", attributes.add(parameters.attributes),
                 each(parameters.items, [&](const TimelineItem& item) {
                   return timeline_item(item, parameters.heading_level);
                 }));
}

}  // namespace northlight::html

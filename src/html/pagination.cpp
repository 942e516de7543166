#include "html/pagination.hpp"

namespace northlight::html {
namespace {

enum class Way { Back, On };

Html arrow(Way way) {
  if (way == Way::Back)
    return raw(
        "<svg class=\"govuk-pagination__icon govuk-pagination__icon--prev\" "
        "xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" aria-hidden=\"true\" "
        "focusable=\"false\" viewBox=\"0 0 15 13\"><path d=\"m6.5938-0.0078125-6.7266 6.7266 "
        "6.7441 "
        "6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z\"></path>"
        "</svg>");
  return raw(
      "<svg class=\"govuk-pagination__icon govuk-pagination__icon--next\" "
      "xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" aria-hidden=\"true\" "
      "focusable=\"false\" viewBox=\"0 0 15 13\"><path d=\"m8.107-0.0078125-1.4136 1.414 4.2926 "
      "4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z\"></path>"
      "</svg>");
}

Html arrow_link(const PageLink& link, Way way, bool block) {
  if (link.href.empty()) return {};
  const bool back = way == Way::Back;
  const auto hidden = element("span", {{"class", "govuk-visually-hidden"}}, " page");
  const Content usual = text(back ? "Previous" : "Next") + hidden;
  const bool decorated = block && link.label_text.empty();

  Html content;
  if (block || back) content += arrow(way) + raw(" ");
  content +=
      element("span",
              {{"class", classes({"govuk-pagination__link-title",
                                  decorated ? "govuk-pagination__link-title--decorated" : ""})}},
              link.text.or_else(usual));
  if (block && !link.label_text.empty())
    content += raw(" <span class=\"govuk-visually-hidden\">:</span> ") +
               element("span", {{"class", "govuk-pagination__link-label"}}, link.label_text);
  if (!block && !back) content += raw(" ") + arrow(way);

  Attributes attributes{{"class", "govuk-link govuk-pagination__link"},
                        {"href", link.href},
                        {"rel", back ? "prev" : "next"}};
  attributes.add(link.attributes);
  return element("div", {{"class", back ? "govuk-pagination__prev" : "govuk-pagination__next"}},
                 element("a", attributes, content));
}

Html number(const PageNumber& page) {
  if (page.ellipsis)
    return raw(
        "<li class=\"govuk-pagination__item govuk-pagination__item--ellipsis\">&ctdot;</li>");
  Attributes attributes{{"class", "govuk-link govuk-pagination__link"},
                        {"href", page.href},
                        {"aria-label", page.visually_hidden_text.value_or("Page " + page.number)}};
  if (page.current) attributes.add({"aria-current", "page"});
  attributes.add(page.attributes);
  return element("li",
                 {{"class", classes({"govuk-pagination__item",
                                     page.current ? "govuk-pagination__item--current" : ""})}},
                 element("a", attributes, page.number));
}

}  // namespace

Html pagination(const Pagination& parameters) {
  const bool block = parameters.items.empty() &&
                     !(parameters.next.href.empty() && parameters.previous.href.empty());
  Attributes attributes{
      {"class",
       classes({"govuk-pagination", block ? "govuk-pagination--block" : "", parameters.classes})},
      {"aria-label", parameters.landmark_label}};
  attributes.add(parameters.attributes);
  Html numbers;
  if (!parameters.items.empty())
    numbers = element("ul", {{"class", "govuk-pagination__list"}}, each(parameters.items, number));
  return element("nav", attributes, arrow_link(parameters.previous, Way::Back, block), numbers,
                 arrow_link(parameters.next, Way::On, block));
}

Html pagination_of_list(int current, int count, const std::function<Url(int)>& address) {
  if (count < 2) return {};
  Pagination pages;
  if (current > 1) pages.previous.href = address(current - 1);
  if (current < count) pages.next.href = address(current + 1);
  int last_shown = 0;
  for (int page = 1; page <= count; ++page) {
    const bool near = page >= current - 1 && page <= current + 1;
    if (page != 1 && page != count && !near) continue;
    // An ellipsis for one page would be no shorter than the page itself.
    if (page == last_shown + 2)
      pages.items.push_back({.number = std::to_string(page - 1), .href = address(page - 1)});
    if (page > last_shown + 2) pages.items.push_back({.ellipsis = true});
    pages.items.push_back(
        {.number = std::to_string(page), .href = address(page), .current = page == current});
    last_shown = page;
  }
  return pagination(pages);
}

}  // namespace northlight::html

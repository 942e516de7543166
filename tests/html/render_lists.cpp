#include "html/accordion.hpp"
#include "html/summary_list.hpp"
#include "html/table.hpp"
#include "html/tabs.hpp"
#include "html/task_list.hpp"
#include "render.hpp"

namespace northlight::tests {
namespace {

using namespace html;

std::vector<SummaryAction> actions_of(const Options& o) {
  std::vector<SummaryAction> out;
  for (const auto& item : o.items("items"))
    out.push_back({.text = item.content(),
                   .href = item.text("href"),
                   .visually_hidden_text = item.text("visuallyHiddenText"),
                   .classes = item.text("classes"),
                   .attributes = item.attributes()});
  return out;
}

Html render_summary_list(const Options& o) {
  SummaryList parameters{.classes = o.text("classes"), .attributes = o.attributes()};
  for (const auto& row : o.items("rows"))
    if (row.truthy())
      parameters.rows.push_back({.key = row.at("key").content(),
                                 .value = row.at("value").content(),
                                 .actions = actions_of(row.at("actions")),
                                 .classes = row.text("classes"),
                                 .key_classes = row.at("key").text("classes"),
                                 .value_classes = row.at("value").text("classes"),
                                 .actions_classes = row.at("actions").text("classes")});
  if (o.has("card")) {
    const auto card = o.at("card");
    parameters.card = SummaryCard{.title = card.at("title").content(),
                                  .actions = actions_of(card.at("actions")),
                                  .heading_level = card.at("title").number_or("headingLevel", 2),
                                  .title_classes = card.at("title").text("classes"),
                                  .actions_classes = card.at("actions").text("classes"),
                                  .classes = card.text("classes"),
                                  .attributes = card.attributes()};
  }
  return summary_list(parameters);
}

Cell cell_of(const Options& o) {
  return {.text = o.content(),
          .numeric = o.text("format") == "numeric",
          .classes = o.text("classes"),
          .colspan = o.number_or("colspan", 0),
          .rowspan = o.number_or("rowspan", 0),
          .attributes = o.attributes()};
}

Html render_table(const Options& o) {
  Table parameters{.caption = o.text("caption"),
                   .caption_classes = o.text("captionClasses"),
                   .first_cell_is_header = o.has("firstCellIsHeader"),
                   .classes = o.text("classes"),
                   .attributes = o.attributes()};
  for (const auto& cell : o.items("head")) parameters.head.push_back(cell_of(cell));
  for (const auto& row : o.items("rows")) {
    if (!row.truthy()) continue;
    std::vector<Cell> cells;
    for (const auto& cell : row.items()) cells.push_back(cell_of(cell));
    parameters.rows.push_back(std::move(cells));
  }
  return table(parameters);
}

Html render_tabs(const Options& o) {
  Tabs parameters{.title = o.maybe_text("title").value_or("Contents"),
                  .id = o.text("id"),
                  .id_prefix = o.text("idPrefix"),
                  .classes = o.text("classes"),
                  .attributes = o.attributes()};
  for (const auto& item : o.items("items"))
    if (item.truthy())
      parameters.items.push_back({.label = item.text("label"),
                                  .content = item.at("panel").content(),
                                  .id = item.text("id"),
                                  .attributes = item.attributes(),
                                  .panel_attributes = item.at("panel").attributes()});
  return tabs(parameters);
}

TaskStatus status_of(const Options& o) {
  TaskStatus status{.text = o.content(), .classes = o.text("classes")};
  const auto tag = o.at("tag");
  if (tag.truthy())
    status.tag =
        Tag{.text = tag.content(), .classes = tag.text("classes"), .attributes = tag.attributes()};
  return status;
}

Html render_task_list(const Options& o) {
  TaskList parameters{.id_prefix = o.text_or("idPrefix", "task-list"),
                      .classes = o.text("classes"),
                      .attributes = o.attributes()};
  int place = 0;
  for (const auto& item : o.items("items")) {
    ++place;
    if (!item.truthy()) continue;
    // A template numbers its items before it leaves out the empty ones.
    parameters.items.push_back({.title = item.at("title").content(),
                                .href = item.text("href"),
                                .hint = item.at("hint").content(),
                                .status = status_of(item.at("status")),
                                .id = parameters.id_prefix + "-" + std::to_string(place),
                                .classes = item.text("classes"),
                                .title_classes = item.at("title").text("classes")});
  }
  return task_list(parameters);
}

Html render_accordion(const Options& o) {
  Accordion parameters{.id = o.text("id"),
                       .heading_level = o.number_or("headingLevel", 2),
                       .remember_expanded = o.maybe_flag("rememberExpanded"),
                       .hide_all_sections_text = o.text("hideAllSectionsText"),
                       .hide_section_text = o.text("hideSectionText"),
                       .hide_section_aria_label_text = o.text("hideSectionAriaLabelText"),
                       .show_all_sections_text = o.text("showAllSectionsText"),
                       .show_section_text = o.text("showSectionText"),
                       .show_section_aria_label_text = o.text("showSectionAriaLabelText"),
                       .classes = o.text("classes"),
                       .attributes = o.attributes()};
  int place = 0;
  for (const auto& item : o.items("items")) {
    ++place;
    if (!item.truthy()) continue;
    parameters.items.push_back({.heading = item.at("heading").content(),
                                .summary = item.at("summary").content(),
                                .content = item.at("content").content(),
                                .expanded = item.has("expanded"),
                                .number = place});
  }
  return accordion(parameters);
}

}  // namespace

void add_list_renders(Renders& renders) {
  renders["summary-list"] = render_summary_list;
  renders["table"] = render_table;
  renders["tabs"] = render_tabs;
  renders["task-list"] = render_task_list;
  renders["accordion"] = render_accordion;
}

}  // namespace northlight::tests

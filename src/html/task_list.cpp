#include "html/task_list.hpp"

namespace northlight::html {
namespace {

Html title(const Task& task, const std::string& hint_id, const std::string& status_id) {
  if (task.href.empty()) {
    Attributes attributes;
    if (!task.title_classes.empty()) attributes.add({"class", task.title_classes});
    return element("div", attributes, task.title);
  }
  const auto described_by = task.hint.empty() ? status_id : hint_id + " " + status_id;
  return element("a",
                 {{"class", classes({"govuk-link", "govuk-task-list__link", task.title_classes})},
                  {"href", task.href},
                  {"aria-describedby", described_by}},
                 task.title);
}

Html item(const Task& task, const std::string& id) {
  const auto hint_id = id + "-hint";
  const auto status_id = id + "-status";
  Html hint;
  if (!task.hint.empty())
    hint = element("div", {{"id", hint_id}, {"class", "govuk-task-list__hint"}}, task.hint);
  return element("li",
                 {{"class", classes({"govuk-task-list__item",
                                     task.href.empty() ? "" : "govuk-task-list__item--with-link",
                                     task.classes})}},
                 element("div", {{"class", "govuk-task-list__name-and-hint"}},
                         title(task, hint_id, status_id), hint),
                 element("div",
                         {{"class", classes({"govuk-task-list__status", task.status.classes})},
                          {"id", status_id}},
                         task.status.tag ? tag(*task.status.tag) : task.status.text.html()));
}

}  // namespace

Html task_list(const TaskList& parameters) {
  Attributes attributes{{"class", classes({"govuk-task-list", parameters.classes})}};
  Html items;
  for (std::size_t at = 0; at < parameters.items.size(); ++at) {
    const auto& task = parameters.items[at];
    items +=
        item(task, task.id.empty() ? parameters.id_prefix + "-" + std::to_string(at + 1) : task.id);
  }
  return element("ul", attributes.add(parameters.attributes), items);
}

}  // namespace northlight::html

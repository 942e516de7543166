#pragma once

#include <vector>

#include "html/tag.hpp"

namespace northlight::html {

/// How far a task is: in words, or as a tag where it is not done yet.
struct TaskStatus {
  Content text{};
  std::optional<Tag> tag{};
  std::string classes{};
};

/// One task.
struct Task {
  Content title{};
  Url href{};
  Content hint{};
  TaskStatus status{};
  std::string id{};  ///< The prefix and its number, unless given.
  std::string classes{};
  std::string title_classes{};
};

/// What has to be done, and how far each of it is.
struct TaskList {
  std::vector<Task> items{};
  std::string id_prefix = "task-list";
  std::string classes{};
  Attributes attributes{};
};

Html task_list(const TaskList& parameters);

}  // namespace northlight::html

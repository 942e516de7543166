#pragma once

#include <string>

namespace northlight::web {

/// Somebody invented, as whom anybody may sign in to a demonstration: shown on its start page with
/// all that is needed. Never of a real service.
struct DemoPerson {
  std::string name;
  std::string role;          ///< "Practice manager"
  std::string organisation;  ///< "Hollowbeck Youth Justice Service, North team"
  std::string sign_in_name;
  std::string password;
  std::string seed{};  ///< Of their one-time codes: 20 bytes.
};

/// A personal link of an invented child, or of their parent.
struct DemoLink {
  std::string whose;    ///< "Child, by a personal link"
  std::string address;  ///< "/mine/…"
  std::string words;
};

}  // namespace northlight::web

#pragma once

#include <string>
#include <vector>

#include "html/html.hpp"
#include "web/demo_person.hpp"

namespace northlight::web::views {

/// Somebody invented, with all that is needed to sign in as them at this moment.
struct DemoSignIn {
  std::string name;
  std::string role;
  std::string organisation;
  std::string sign_in_name;
  std::string password;
  std::string code;  ///< "042 517"
};

/// The part of a demonstration's start page that lets its reader in; nothing where nobody is.
html::Html demo_people_section(const std::vector<DemoSignIn>& people,
                               const std::vector<DemoLink>& links = {});

}  // namespace northlight::web::views

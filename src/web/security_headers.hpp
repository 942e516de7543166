#pragma once

#include "web/application.hpp"

namespace northlight::web {

/// Sets what every answer carries, whoever made it. A handler may loosen nothing but Cache-Control.
void set_security_headers(Response& response, Transport transport);

}  // namespace northlight::web

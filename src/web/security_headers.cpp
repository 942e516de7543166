#include "web/security_headers.hpp"

namespace northlight::web {
namespace {

// No inline style or script, nothing from a third party, no frame around us.
constexpr std::string_view content_security_policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'";

constexpr std::string_view permissions_policy =
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
    "magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

}  // namespace

void set_security_headers(Response& response, Transport transport) {
  auto& headers = response.headers;
  headers.set("Content-Security-Policy", content_security_policy);
  headers.set("Permissions-Policy", permissions_policy);
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("X-Frame-Options", "DENY");
  headers.set("Referrer-Policy", "same-origin");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  if (transport == Transport::BehindTls)
    headers.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
  headers.set_if_missing("Cache-Control", "no-store");
}

}  // namespace northlight::web

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "web/headers.hpp"
#include "web/response.hpp"
#include "web/transport.hpp"

namespace northlight::web {

/// The value of one cookie of a Cookie header, or nothing: when it is absent, when it is there
/// twice (somebody planted another), or when it holds what we never give out.
std::optional<std::string> cookie_in(std::string_view header, std::string_view name);

/// The cookies of this service: out of reach of scripts and of other sites' forms, for the whole of
/// this host and no other. Behind TLS their names begin with "__Host-", so that browsers refuse
/// them from anywhere else.
class Cookies {
 public:
  explicit Cookies(Transport transport) : transport_(transport) {}

  std::optional<std::string> find(const Headers& headers, std::string_view name) const;

  /// Until the browser is closed, or for so long. `value` is of letters, figures, "-", "_" and ".".
  void set(Response& response, std::string_view name, std::string_view value,
           std::optional<std::chrono::seconds> lasts = {}) const;
  void clear(Response& response, std::string_view name) const;

 private:
  std::string full_name(std::string_view name) const;
  std::string attributes() const;

  Transport transport_;
};

namespace cookie_names {
inline constexpr std::string_view session = "northlight-session";
inline constexpr std::string_view step = "northlight-step";  ///< Between the password and the code.
inline constexpr std::string_view form = "northlight-form";  ///< Of the forms of strangers.
inline constexpr std::string_view provider =
    "northlight-provider";  ///< On the way to one and back.
}  // namespace cookie_names

}  // namespace northlight::web

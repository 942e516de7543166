#pragma once

#include <string>
#include <vector>

#include "html/html.hpp"
#include "html/url.hpp"
#include "web/views/layout.hpp"

namespace northlight::web::views {

/// A sign-in through a provider that came to nothing.
struct ProviderRefusal {
  std::string provider;  ///< "Hollowbeck Council"
  std::string words;     ///< What happened, and what to do.
  std::string code;      ///< To quote to an administrator; the audit trail has it too.
  bool signed_in = false;
};
html::Html provider_refused_page(const Shell& shell, const ProviderRefusal& refusal);

/// The providers in use, and whether one's own account there is connected.
struct ProviderRow {
  std::string id;
  std::string name;
  std::string connected{};  ///< "22 November 2026 at 9:30am"; empty: not connected.
};
struct ProvidersModel {
  std::string form_token;
  std::string done{};  ///< "connected" or "disconnected", of the address.
  std::vector<ProviderRow> providers{};
};
html::Html providers_page(const Shell& shell, const ProvidersModel& model);

/// The step before the provider's own page, which only a link can lead to.
struct ProviderDoor {
  std::string provider;
  html::Url address;
};
html::Html go_to_provider_page(const Shell& shell, const ProviderDoor& door);

}  // namespace northlight::web::views

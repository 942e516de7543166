#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "accounts/arrival.hpp"
#include "domain/ids.hpp"
#include "html/html.hpp"
#include "web/request.hpp"
#include "web/response.hpp"
#include "web/safe_next.hpp"
#include "web/site.hpp"
#include "web/visitor.hpp"

namespace northlight::web {

/// The shell for who asks: with their name, the parts of the service that their roles give them,
/// and the way out. For strangers the one that all see.
views::Shell shell_for(const Site& site, const Request& request);
views::Shell shell_for(const Site& site, const Visitor& visitor);

/// A page for this person alone: browsers and proxies keep nothing of it.
Response show_to_visitor(html::Html page, int status = 200);

/// What a use case refused. What they may not know of is answered as what does not exist, whatever
/// the error's words; where a reason is needed they are led to say it and then come back.
Response refused(const Error& error, const Request& request,
                 const std::optional<domain::FileId>& file = {});

/// Where and when a request comes from, by the site's clock.
accounts::From from_now(const Site& site, const Request& request);

/// For whoever guessed too often.
std::string wait_words(std::chrono::seconds wait);

/// An address to be handed on: with the site's own where it was given (`serve --base-url`),
/// otherwise with the host by which the asker came. Only for answers to forms, whose token shows
/// that the asker's own browser named that host.
std::string address_to_hand_on(const Site& site, const Request& request, const html::Url& path);

}  // namespace northlight::web

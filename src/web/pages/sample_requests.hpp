#pragma once

#include <string_view>

#include "casework/samples.hpp"
#include "web/pages/signed_in.hpp"
#include "web/router.hpp"
#include "web/views/sample_view.hpp"

/// What the handlers of the pages of samples share.
namespace northlight::web {

/// To the page of the sample, or to one under it, which says what was done.
Response to_sample(store::SampleId id, std::string_view done, std::string_view rest = {});

/// The page of a list that an address or a form names; the first where it names none.
PagePlace place_named(const Fields& named, std::string_view field);

/// Whether a role of whoever asks allows that, wherever.
bool may_somewhere(const Site& site, const Request& request, domain::Action action);

/// A day that was left empty is nothing; what is no day is Invalid.
Result<std::optional<Date>> sample_day(const Fields& sent, const std::string& name);

/// The words for what `done` of the address says was done; empty where it says nothing.
std::string sample_done_words(const Request& request);

/// A page of one sample with what was typed and what was wrong, or the answer to whoever may not
/// see it.
using SampleView = html::Html (*)(const views::Shell&, const views::SampleModel&);
Response show_sample(const Site& site, const Request& request, store::SampleId id, Fields typed,
                     views::Wrong wrong, SampleView view = views::sample_page);

/// The page again with what was wrong at its field, or what else was refused.
Response sample_again(const Site& site, const Request& request, store::SampleId id,
                      const Error& error, SampleView view = views::sample_page);

/// The last day, and who sees the cases, while the fieldwork lasts.
void add_sample_fieldwork_routes(Router& router, const Site& site);

}  // namespace northlight::web

#pragma once

#include <string>
#include <vector>

#include "web/views/people_view.hpp"

/// Cover while somebody is away, wherever it is shown.
namespace northlight::web::views {

/// Of a person's page: cover that they give or get.
html::Html covers_of_person(const PeopleFrame& frame, const PersonModel& model);

/// For whom the reader covers, and the way to what that lends them: "Jo Skua until the end of
/// 5 December 2026". One that has not begun says from when.
html::Html own_covers_list(const std::vector<casework::NamedCover>& covers, platform::Instant now);

/// "until the end of 5 December 2026": the last day that the cover has.
std::string until_last_day(const store::CoverRow& cover);

}  // namespace northlight::web::views

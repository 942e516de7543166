#pragma once

#include "web/pages/people_requests.hpp"

/// The forms that change something about people, and what they come to.
namespace northlight::web {

Response show_new_person(const PeopleRequest& asked);
Response add_person(const PeopleRequest& asked);
Response show_new_role(const PeopleRequest& asked);
Response give_role(const PeopleRequest& asked);
Response show_role_end(const PeopleRequest& asked);
Response end_role(const PeopleRequest& asked);
Response show_move(const PeopleRequest& asked);
Response move_team(const PeopleRequest& asked);
Response show_leave(const PeopleRequest& asked);
Response leave(const PeopleRequest& asked);
Response show_cover(const PeopleRequest& asked);
Response arrange_cover(const PeopleRequest& asked);
Response end_cover(const PeopleRequest& asked);
Response new_set_up_link(const PeopleRequest& asked);
Response show_reset(const PeopleRequest& asked);
Response reset_factor(const PeopleRequest& asked);
Response show_team_name(const PeopleRequest& asked);
Response rename_team(const PeopleRequest& asked);
Response show_teams(const PeopleRequest& asked);
Response add_team(const PeopleRequest& asked);

}  // namespace northlight::web

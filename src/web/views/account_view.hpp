#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/sensitive.hpp"
#include "casework/people.hpp"
#include "html/html.hpp"
#include "web/views/layout.hpp"

namespace northlight::web::views {

/// Something that others did.
struct ToldItem {
  std::string when;  ///< "5 January 2026 at 9:30am"
  std::string who;
  std::string what;  ///< To the reader: see web/views/news_words.
};

/// One's own account at a glance.
struct AccountModel {
  Sensitive<std::string> name;
  std::vector<std::string> roles{};  ///< "Practice manager, Hollowbeck Youth Justice Service"
  std::vector<casework::NamedCover> covers{};  ///< For whom they cover, now or to come.
  platform::Instant now{};
  std::int64_t recovery_codes_left = 0;
  std::size_t sessions = 0;
  bool other_accounts = false;     ///< Whether accounts from elsewhere can be connected.
  bool address_given = false;      ///< Whether they gave their own address.
  std::string done{};              ///< What has just been done; empty when nothing was.
  std::vector<ToldItem> own{};     ///< What others did that concerns them.
  std::vector<ToldItem> others{};  ///< What was done by those whom they answer for.
  std::int64_t days_told = 0;
  std::string kept_until{};  ///< Of what they sent last and could not be taken; empty: nothing.
};
html::Html account_page(const Shell& shell, const AccountModel& model);

struct PasswordForm {
  std::string form_token;
  std::string present_error{};
  std::string chosen_error{};
};
html::Html password_page(const Shell& shell, const PasswordForm& form);

/// Where they live, given to tell when the file of a neighbour's child is opened.
struct HomeAddressForm {
  std::string form_token;
  std::string given_on{};  ///< "22 November 2026"; empty where nothing is kept.
  std::string postcode{};  ///< As typed; what is kept cannot be read again.
  std::string house{};
  std::string wrong_field{};
  std::string wrong{};
};
html::Html home_address_page(const Shell& shell, const HomeAddressForm& form);

/// Asks for the password before something weighty.
struct ConfirmForm {
  std::string form_token;
  html::Url action;
  std::string title;
  std::string why;
  std::string button;
  std::string error{};
};
html::Html confirm_password_page(const Shell& shell, const ConfirmForm& form);

/// One session of one's own.
struct OwnSession {
  std::string id;
  std::string browser;
  std::string source;
  std::string began;  ///< "22 November 2026 at 9:30am"
  std::string seen;
  bool is_this = false;
};
struct SessionsModel {
  std::string form_token;
  std::vector<OwnSession> sessions{};
};
html::Html sessions_page(const Shell& shell, const SessionsModel& model);

}  // namespace northlight::web::views

#pragma once

#include <string>
#include <string_view>

#include "accounts/sign_in.hpp"
#include "store/grant.hpp"

namespace northlight::accounts {

/// The way in for somebody behind a personal link, as the part of the address after /mine/. Made
/// in the transaction that gives them sight (casework::give_link); `words_hash` is of the words
/// agreed on with them (SignIn::hash_of_words), `whose` says which parent or carer it is for.
Result<std::string> make_personal_link(store::Transaction& transaction, const store::Grant& grant,
                                       const platform::Keys& keys, domain::PersonId person,
                                       std::string_view words_hash, std::string_view whose = {},
                                       std::chrono::hours lasts = SignInLimits{}.personal_link);

/// Takes it back, and ends their sessions.
Status end_personal_link(store::Transaction& transaction, domain::PersonId person,
                         platform::Instant at);

}  // namespace northlight::accounts

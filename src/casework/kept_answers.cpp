#include "casework/kept_answers.hpp"

#include "accounts/acts.hpp"

namespace northlight::casework {

Status show_kept_answers(accounts::Gate& gate, const accounts::Asker& asker, domain::FileId file) {
  return gate.read(asker, domain::Action::FindFile, file,
                   {.called = accounts::act("kept-answers-shown")},
                   [](store::Session&, const store::Grant&) -> Status { return done(); });
}

}  // namespace northlight::casework

#pragma once

#include <string>

#include "accounts/policy.hpp"
#include "casework/sent_in.hpp"
#include "web/fields.hpp"
#include "web/views/people_view.hpp"
#include "web/views/record_view.hpp"

/// What people send into a child's file: the page on which it is written, for whoever may send and
/// mostly may not read, and the page on which those who work with the child read it.
namespace northlight::web::views {

struct SendModel {
  const casework::SendingDesk& desk;
  std::vector<store::SharedRow> shared{};  ///< With those who are asked in.
  std::string form_token;
  std::string once;
  const Fields& typed;
  Wrong wrong{};
  bool had_document = false;  ///< One was sent along and has to be chosen again.
  bool was_kept = false;      ///< It came after the session had ended, and is not sent yet.
  bool was_sent = false;      ///< Just now.
};
html::Html send_in_page(const Shell& shell, const SendModel& model);

struct SentInModel {
  RecordPlace place;
  const std::vector<store::SentInRow>& all;
  const accounts::Policy& policy;  ///< For what roles are called.
};
html::Html sent_in_page(const Shell& shell, const SentInModel& model);

/// "Read by Robin Marsh on 3 March 2026", or that nobody has said so.
std::string read_words(const store::SentInRow& row);

}  // namespace northlight::web::views

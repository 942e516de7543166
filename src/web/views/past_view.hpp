#pragma once

#include "accounts/policy.hpp"
#include "casework/stood_file.hpp"
#include "web/views/people_view.hpp"
#include "web/views/record_view.hpp"

namespace northlight::web::views {

/// A file as it stood on a day: as it was known then, or as that time is known today.
struct PastModel {
  RecordPlace place;
  TypedDay typed{};
  casework::KnownWhen known = casework::KnownWhen::Then;
  Wrong wrong{};
  Date today{};
  const casework::StoodFile* stood = nullptr;  ///< Null: no day was asked for yet.
  const accounts::Policy& policy;              ///< For what roles are called.
};
html::Html past_page(const Shell& shell, const PastModel& model);

/// The parts of the page besides the records: who the child was, the cases and who worked on them,
/// what lay on the file, what was shared with whom, who had a way in, and what had been sent in.
/// Says of each that there was nothing, that it is not kept, or that the reader does not see it.
html::Html stood_parts(const PastModel& model);

}  // namespace northlight::web::views

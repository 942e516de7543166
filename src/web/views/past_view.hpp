#pragma once

#include "casework/history.hpp"
#include "store/addresses.hpp"
#include "web/views/people_view.hpp"
#include "web/views/record_view.hpp"

namespace northlight::web::views {

/// A file as it stood on a day: as it was known then, or as that time is known today.
enum class PastView { KnownThen, KnownToday };

struct PastModel {
  RecordPlace place;
  TypedDay typed{};
  PastView view = PastView::KnownThen;
  Wrong wrong{};
  std::optional<Date> day{};                    ///< Nothing: no day was asked for yet.
  const store::AddressRow* lived_at = nullptr;  ///< Null: no address had been recorded.
  std::vector<casework::StoodRecord> records{};
  Names names{};
};
html::Html past_page(const Shell& shell, const PastModel& model);

}  // namespace northlight::web::views

#pragma once

#include <ostream>
#include <utility>

namespace northlight {

/// Personal information. It cannot be streamed, formatted or compared by accident; `reveal()` may
/// be called only in `store`, `web/views` and the printers of `report` (tools/check_layers looks).
template <typename T>
class Sensitive {
 public:
  Sensitive() = default;
  explicit Sensitive(T value) : value_(std::move(value)) {}

  const T& reveal() const { return value_; }

  friend bool operator==(const Sensitive&, const Sensitive&) = default;

 private:
  T value_{};
};

template <typename T>
std::ostream& operator<<(std::ostream&, const Sensitive<T>&) = delete;

}  // namespace northlight

#include <cstddef>
#include <cstdint>

#include "forms/answers_json.hpp"
#include "forms/compare.hpp"
#include "forms/small_form.hpp"
#include "forms/validate.hpp"
#include "web/pages/record_form_reading.hpp"

using namespace northlight;

/// Whatever a page's script sends while somebody types: each change that is read stands in the
/// draft or is kept aside, is read back as it was from what is kept of it, and leaves a draft that
/// can be checked and read again. Sent twice it changes nothing.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto sent = web::read_sent_changes({reinterpret_cast<const char*>(data), size});  // NOLINT
  if (!sent) return 0;
  const auto& form = forms::small_form();
  forms::Answers draft;
  for (const auto& one : *sent) {
    const auto change = forms::parse_change(form, one.change, forms::Boxes::Refused);
    if (!change) continue;
    const auto again =
        forms::parse_change(form, forms::change_text(*change), forms::Boxes::Refused);
    if (!again || *again != *change) __builtin_trap();
    if (forms::apply(draft, *change) != forms::Applied::Done) continue;
    const auto stands = draft;
    static_cast<void>(forms::apply(draft, *change));
    if (draft != stands) __builtin_trap();
  }
  static_cast<void>(forms::validate(form, draft, forms::Purpose::Sign, forms::small_form_today));
  const auto again = forms::parse_answers(form, forms::answers_json(draft), forms::Boxes::Refused);
  if (!again || *again != draft) __builtin_trap();
  return 0;
}

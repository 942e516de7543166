#include <cstddef>
#include <cstdint>

#include "forms/answers_json.hpp"
#include "forms/small_form.hpp"
#include "forms/validate.hpp"
#include "web/pages/record_form_reading.hpp"
#include "web/urlencoded.hpp"

using namespace northlight;

/// Whatever a browser sends as the page of a record: what is read of it can be checked, and is kept
/// and read back as it was.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto sent = web::parse_urlencoded({reinterpret_cast<const char*>(data), size});  // NOLINT
  if (!sent) return 0;
  const auto& form = forms::small_form();
  const auto typed = web::read_record_form(form, *sent);
  static_cast<void>(
      forms::validate(form, typed.answers, forms::Purpose::Sign, forms::small_form_today));
  const auto again =
      forms::parse_answers(form, forms::answers_json(typed.answers), forms::Boxes::Refused);
  if (!again || *again != typed.answers) __builtin_trap();
  return 0;
}

#include <cstdint>

#include "forms/answers_json.hpp"
#include "forms/compare.hpp"
#include "forms/project.hpp"
#include "forms/small_form.hpp"
#include "forms/validate.hpp"

using namespace northlight;

/// What a browser sends as the answers of a record: whatever is accepted can be checked, projected,
/// compared and read back the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto json = Json::parse({reinterpret_cast<const char*>(bytes), size});
  if (!json) return 0;
  const auto& form = forms::small_form();
  const auto answers = forms::parse_answers(form, *json, forms::Boxes::Refused);
  if (!answers) return 0;
  static_cast<void>(forms::validate(form, *answers, forms::Purpose::Sign, forms::small_form_today));
  static_cast<void>(forms::project(form, *answers));
  const auto again =
      forms::parse_answers(form, forms::answers_json(*answers), forms::Boxes::Refused);
  if (!again || *again != *answers) __builtin_trap();
  auto built = forms::Answers{};
  for (const auto& change : forms::compare({}, *answers)) {
    const auto read = forms::parse_change(form, forms::change_text(change), forms::Boxes::Refused);
    if (!read || *read != change) __builtin_trap();
    if (forms::apply(built, *read) != forms::Applied::Done) __builtin_trap();
  }
  if (built != *answers) __builtin_trap();
  return 0;
}

#include "report/attribution.hpp"

namespace northlight::report {

Json attributed() {
  return Json::object(
      {{"attribution", attribution_text},
       {"licence", Json::object({{"name", licence_name}, {"address", licence_address}})}});
}

}  // namespace northlight::report

#include "web/views/audit_parts.hpp"

#include "html/error_summary.hpp"
#include "html/input.hpp"
#include "html/inset_text.hpp"
#include "web/paths.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html day_field(const char* name, const char* words_shown, const std::string& value,
               const std::optional<AuditFault>& fault) {
  return input({.name = name,
                .label = {.text = words_shown},
                .hint = {.text = "Like 22/11/2026"},
                .error = message_at(fault, name),
                .value = value,
                .spellcheck = false,
                .classes = "govuk-input--width-10"});
}

Html short_id(const std::string& id) {
  return element("code", {}, std::string_view(id).substr(0, 8));
}

}  // namespace

Html log_heading(const char* text) { return element("h1", {{"class", "govuk-heading-xl"}}, text); }

Html purpose_stated() {
  return inset_text(
      {.text = "The log is kept to protect the people whom it is about. Use it for that alone: "
               "never for somebody's workload or performance. Reading it is itself on the log."});
}

Html door_purpose() {
  return inset_text({.text = "Use it to see whether somebody is trying to get in, and for nothing "
                             "else. Reading it is itself on your own log."});
}

Html summary_of(const std::optional<AuditFault>& fault) {
  if (!fault) return {};
  return error_summary({.errors = {{.text = fault->message, .href = Url("#" + fault->field)}}});
}

ErrorMessage message_at(const std::optional<AuditFault>& fault, std::string_view field) {
  if (!fault || fault->field != field) return {};
  return {.text = fault->message};
}

Html day_fields(const std::string& from, const std::string& until,
                const std::optional<AuditFault>& fault) {
  return day_field("from", "From the day", from, fault) +
         day_field("until", "Until the day", until, fault);
}

Html by_person(const std::string& person, const std::string& name) {
  if (person.empty()) return text(name.empty() ? "Nobody known" : name);
  return link(paths::audit({{"person", person}}), name.empty() ? person : name);
}

Html by_file(const std::string& file) {
  if (file.empty()) return text("None");
  return element("a", {{"class", "govuk-link"}, {"href", paths::audit({{"file", file}})}},
                 element("span", {{"class", "govuk-visually-hidden"}}, "File "), short_id(file));
}

}  // namespace northlight::web::views

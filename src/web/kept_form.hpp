#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/ids.hpp"
#include "web/fields.hpp"
#include "web/request.hpp"

namespace northlight::web {

/// A form that could not be taken when it came, as it is kept until its sender is back.
struct KeptForm {
  std::string address;     ///< Where it was sent: "/children/…/records/…?step=2".
  bool had_files = false;  ///< Files are not kept: they must be chosen again.
  Fields fields{};         ///< Without the token, passwords and codes.
};

KeptForm kept_form_of(const Request& request);

/// Whether somebody typed something in it: a press of a button, a date and a choice are soon given
/// again, and say nothing without their question.
bool has_words(const KeptForm& form);

std::string as_text(const KeptForm& form);
/// Nothing for what as_text did not write.
std::optional<KeptForm> parse_kept_form(std::string_view text);

/// The file that an address is about ("/children/<file>/records/…", and its kin): what was typed
/// there goes with the file. Nothing for what is about a person, a sample or the site.
std::optional<domain::FileId> file_in(std::string_view address);

}  // namespace northlight::web

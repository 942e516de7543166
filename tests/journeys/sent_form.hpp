#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/journeys/site_under_test.hpp"

namespace northlight::testing {

/// A file that is sent with a form.
struct SentFile {
  std::string field;
  std::string name;
  std::string bytes;
};

/// A form as a browser sends it with files: multipart/form-data.
struct SentForm {
  std::vector<std::pair<std::string, std::string>> fields{};
  std::vector<SentFile> files{};
};

/// Its Content-Type and its bytes.
struct Multipart {
  std::string type;
  std::string body;
};
Multipart multipart(const SentForm& form);

/// Sends it to the site by POST.
Answer post(const SiteUnderTest& site, std::string_view target, const SentForm& form);

/// A whole request, as it stands, to a site that closes the connection after it.
Answer ask(const SiteUnderTest& site, const std::string& request);

/// GET with one more header, such as If-None-Match.
Answer get_with(const SiteUnderTest& site, std::string_view target, std::string_view header);

/// Any other request without a body.
Answer send(const SiteUnderTest& site, std::string_view method, std::string_view target,
            std::string_view header);

/// The value of a header of an answer; empty when it has none.
std::string header_of(const Answer& answer, std::string_view name);

}  // namespace northlight::testing

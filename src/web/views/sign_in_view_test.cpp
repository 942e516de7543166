#include "web/views/sign_in_view.hpp"

#include <doctest/doctest.h>

#include "web/views/account_view.hpp"

using namespace northlight;
using namespace northlight::web::views;

namespace {

bool shows(const html::Html& page, std::string_view text) {
  return page.view().find(text) != std::string_view::npos;
}

Shell for_person() {
  Shell shell;
  shell.person = SignedInAs{.name = Sensitive<std::string>("Alder <b>Brooksby"),
                            .form_token = "a-token",
                            .sections = {Section::Inspections, Section::Standards},
                            .seconds_left = 1800};
  return shell;
}

}  // namespace

TEST_CASE("the sign-in page keeps the name, never the password, and says what is wrong") {
  const auto page = sign_in_page({}, {.form_token = "a-token",
                                      .next = "/children",
                                      .error = "The e-mail address or the password is not right",
                                      .sign_in_name = "\"><script>"});
  CHECK(shows(page, "<title>Error: Sign in"));
  CHECK(shows(page, "value=\"&quot;&gt;&lt;script&gt;\""));
  CHECK(shows(page, "name=\"csrf_token\" value=\"a-token\""));
  CHECK(shows(page, "name=\"next\" value=\"/children\""));
  CHECK(shows(page, "href=\"#name\""));
  CHECK_FALSE(shows(page, "type=\"password\" value"));
}

TEST_CASE("who is signed in sees their name, the way out and how long a session lasts") {
  const auto page = account_page(for_person(), {.name = Sensitive<std::string>("Alder Brooksby"),
                                                .roles = {"Practitioner"},
                                                .recovery_codes_left = 2,
                                                .sessions = 1});
  CHECK(shows(page, "Alder &lt;b&gt;Brooksby"));
  CHECK(shows(page, "action=\"/sign-out\""));
  CHECK(shows(page, "data-seconds-left=\"1800\""));
  CHECK(shows(page, "You have 2 recovery codes left"));
  CHECK(shows(page, "In 1 place"));
  CHECK_FALSE(shows(page, "Compare"));
}

TEST_CASE("strangers are shown the way in only where somebody can sign in") {
  Shell shell;
  CHECK_FALSE(shows(set_up_link_ended_page(shell), "nl-visitor"));
  shell.can_sign_in = true;
  CHECK(shows(set_up_link_ended_page(shell), "class=\"nl-visitor__name\" href=\"/sign-in\""));
}

TEST_CASE("a QR code is drawn as squares on white with a margin, and its key stands beside it") {
  platform::QrCode code{.size = 2, .dark = {true, true, false, true}};
  const auto page = second_factor_page(
      {},
      {.form_token = "t", .action = {"/sign-in/second-factor"}, .key = "JBSW Y3DP", .code = code});
  CHECK(shows(page, "viewBox=\"0 0 10 10\""));
  CHECK(shows(page, "d=\"M4 4h2v1h-2zM5 5h1v1h-1z\""));
  CHECK(shows(page, "<code>JBSW Y3DP</code>"));
  CHECK(shows(page, "aria-label=\"QR code"));
}

TEST_CASE("kept answers stand in hidden fields, escaped, to be sent where they were meant for") {
  const auto page = kept_answers_page(
      for_person(), {.form_token = "t",
                     .name = "its-name",
                     .address = "/children/abc/contacts?step=2",
                     .until = "22 November 2026 at 9:30am",
                     .had_files = true,
                     .fields = {{"note", "a \"quoted\" <b>"}, {"need", "1"}, {"need", "2"}}});
  CHECK(shows(page, "action=\"/children/abc/contacts?step=2\""));
  CHECK(shows(page, "name=\"note\" value=\"a &quot;quoted&quot; &lt;b&gt;\""));
  CHECK(shows(page, "name=\"need\" value=\"1\""));
  CHECK(shows(page, "name=\"need\" value=\"2\""));
  CHECK(shows(page, "choose them again"));
  CHECK(shows(page, "name=\"kept_form\" value=\"its-name\""));
  CHECK(shows(page, "for you alone until 22 November 2026 at 9:30am"));
}

TEST_CASE("what was written in words is shown with kept answers, and codes are not") {
  const auto page = kept_answers_page(
      for_person(), {.form_token = "t",
                     .name = "its-name",
                     .address = "/children/abc/contacts",
                     .until = "22 November 2026 at 9:30am",
                     .fields = {{"words", "She came <early>.\nWe talked."}, {"once", "k3yk3y"}}});
  CHECK(shows(page, "What you had written"));
  CHECK(shows(page, "nl-own-words\">She came &lt;early&gt;.\nWe talked.</p>"));
  CHECK_FALSE(shows(page, "nl-own-words\">k3yk3y"));
  const auto codes = kept_answers_page(for_person(), {.form_token = "t",
                                                      .name = "its-name",
                                                      .address = "/account",
                                                      .until = "22 November 2026 at 9:30am",
                                                      .fields = {{"a", "1"}}});
  CHECK_FALSE(shows(codes, "What you had written"));
}

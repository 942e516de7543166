#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/sensitive.hpp"
#include "html/html.hpp"
#include "html/page.hpp"
#include "html/url.hpp"

/// The shell that every page stands in: heading, navigation, phase banner, breadcrumbs, footer.
namespace northlight::web::views {

/// The entry of the navigation that a page stands under.
enum class Section {
  None,
  Children,
  Victims,
  SubjectAccess,
  Retention,
  Samples,
  People,
  Audit,
  Settings,
  Account,
  Services,
  Inspections,
  Compare,
  Standards,
  CheckReport,
  RateAudit,
  OpenData
};

/// Who is signed in, as the shell of their pages shows them.
struct SignedInAs {
  Sensitive<std::string> name;
  std::string form_token;           ///< Of the button that signs out.
  std::vector<Section> sections{};  ///< What their roles give them, in the order shown.
  long long seconds_left = 0;       ///< Before the session ends if nothing more is asked for.
  long long longest_left = 0;       ///< Before it ends whatever is asked for.
};

/// What is the same on every page; for the signed-in, with who they are.
struct Shell {
  html::AssetPaths assets{};           ///< Style sheet, script and icon.
  bool can_sign_in = false;            ///< Strangers are shown the way in.
  bool whoever_reads = false;          ///< Made without looking who asks: they may be signed in.
  std::optional<SignedInAs> person{};  ///< Never on a page that is kept and shown to all.
};

struct Crumb {
  std::string text;
  html::Url address;
};

/// What the shell must know of a page.
struct PageHead {
  std::string title;  ///< As the tab of a browser shows it, before the name of the site.
  Section section = Section::None;
  std::vector<Crumb> breadcrumbs{};  ///< Without the page itself; "Home" is put in front.
  bool has_errors = false;           ///< The title then begins with "Error: ".
  std::string description{};         ///< One sentence for search engines; may be empty.
  bool by_link = false;              ///< Of a child or a parent: no ways to what is not theirs.
  bool tells_time = true;  ///< How long the session lasts; not on what must be the same each time.
};

/// What the navigation calls a part of the site, and where that is.
Crumb way_to(Section section);

/// The hidden field that every form which changes something carries: Request::form_token.
html::Html form_token(std::string_view token);

/// The whole document. `main` starts with the page's h1.
html::Html page(const Shell& shell, const PageHead& head, const html::Html& main);

/// The page with its HTML taken out, ready to be sent.
std::string document(const Shell& shell, const PageHead& head, const html::Html& main);

}  // namespace northlight::web::views

#include "cli/manual_pages.hpp"

namespace northlight::cli {
namespace {

constexpr ManualPage people_pages[] = {
    {"organisation", R"(northlight organisation: services, partner agencies and inspectorates

Usage
  northlight organisation add --database URL --name NAME --kind KIND

Commands
  add   add an organisation
)"},
    {"organisation add", R"(northlight organisation add: add an organisation

Usage
  northlight organisation add --database URL --name NAME --kind KIND
                              [--slug WORD]

Options
  --database URL  sqlite:FILE or postgresql://...
  --name NAME     in full: "Hollowbeck Youth Justice Service"
  --kind KIND     service, partner (an agency that works with services) or
                  inspectorate
  --slug WORD     its short name in small letters, figures and hyphens; made
                  from the name unless given
)"},
    {"person", R"(northlight person: who works with Northlight

Usage
  northlight person add --database URL --name NAME --sign-in-name ADDRESS
                        --role ROLE --organisation NAME
  northlight person list --database URL --organisation NAME
  northlight person link --database URL --sign-in-name ADDRESS
  northlight person leave --database URL --sign-in-name ADDRESS
                          --organisation NAME

Commands
  add     somebody joins; the first administrator of an organisation
  link    a page where somebody chooses their password, the first or a new one
  list    everybody who works or worked there, with their roles
  leave   somebody leaves: their roles end, their cases are listed
)"},
    {"person add", R"(northlight person add: somebody joins

Usage
  northlight person add --database URL --name NAME --sign-in-name ADDRESS
                        --role ROLE --organisation NAME [--team NAME]
                        [--kind KIND] [--keys FILE] [--base-url URL]

What it does
  Adds a person with a role in an organisation from today. This is how the
  first administrator of an organisation comes in; administrators add everybody
  else from the pages. Nobody is given a password: a link by which they choose
  their own, once and within 3 days, goes to standard output, where there is a
  key file. What is done here is on the organisation's audit trail.

Options
  --database URL          sqlite:FILE or postgresql://...
  --name NAME             of the person
  --sign-in-name ADDRESS  the work e-mail address that they sign in with
  --role ROLE             as policy/roles.toml names it: administrator,
                          practitioner, practice-manager and so on
  --organisation NAME     its name or its short name
  --team NAME             for a role in one team; added where there is none
  --kind KIND             service, partner or inspectorate: adds the
                          organisation where there is none of that name
  --keys FILE             the key file; NORTHLIGHT_KEYS, or beside sqlite:FILE
                          FILE.keys, unless given
  --base-url URL          how readers reach the service; put before the link
)"},
    {"person link", R"(northlight person link: a page where somebody chooses their password

Usage
  northlight person link --database URL --sign-in-name ADDRESS [--keys FILE]
                         [--base-url URL] [--forget-second-factor]

What it does
  Makes a link that works once, for 3 days, and writes it on standard output.
  Give it to that person alone: whoever opens it chooses their password.
  Earlier links of theirs end. It is on the organisation's audit trail.

Options
  --database URL          sqlite:FILE or postgresql://...
  --sign-in-name ADDRESS  the work e-mail address that they sign in with
  --keys FILE             the key file; NORTHLIGHT_KEYS, or beside sqlite:FILE
                          FILE.keys, unless given
  --base-url URL          how readers reach the service; put before the link
  --forget-second-factor  they lost it, recovery codes too: they set up another
                          when they next sign in. Be sure who asks

Example
  northlight person link --database sqlite:northlight.db --base-url \
    https://northlight.example --sign-in-name alder@hollowbeck.example
)"},
    {"person list", R"(northlight person list: who works in an organisation

Usage
  northlight person list --database URL --organisation NAME
                         [--format text|json]

Options
  --database URL       sqlite:FILE or postgresql://...
  --organisation NAME  its name or its short name
  --format FORMAT      text (unless given) or json
)"},
    {"person leave", R"(northlight person leave: somebody leaves

Usage
  northlight person leave --database URL --sign-in-name ADDRESS
                          --organisation NAME [--last-day DATE]

What it does
  Ends their roles in the organisation on their last day. Standard output lists
  the ids of the files whose case is still theirs, one a line: each must be
  allocated to somebody else. Nothing is deleted: who left still stands behind
  what they signed. Unless the day is still to come, they are signed out
  everywhere, their links end, and they cover for nobody any more.

Options
  --database URL          sqlite:FILE or postgresql://...
  --sign-in-name ADDRESS  the work e-mail address that they sign in with
  --organisation NAME     its name or its short name
  --last-day DATE         such as 2026-11-30; today unless given
)"},
};

}  // namespace

std::span<const ManualPage> pages_of_people() { return people_pages; }

}  // namespace northlight::cli

#include "cli/manual_pages.hpp"

namespace northlight::cli {
namespace {

constexpr ManualPage audit_pages[] = {
    {"audit", R"(northlight audit: prove the audit trail

Usage
  northlight audit verify --database URL [--head FILE] [--public-key KEY]
                          [--format text|json]
  northlight audit head --database URL --signing-key FILE
  northlight audit key FILE

Commands
  verify   whether any row was changed, moved or taken away
  head     where each chain ends now, signed: keep it elsewhere
  key      make the key that signs

  Each has a page of its own: northlight audit COMMAND --help

  Every read of a person's record and every change is one row. Each row's hash
  is over what it says and over the hash of the row before it, so that nobody
  can change one without all that follow. There is a chain for each service,
  and one for the installation.
)"},
    {"audit verify", R"(northlight audit verify: whether the audit trail was tampered with

Usage
  northlight audit verify --database URL [--head FILE] [--public-key KEY]
                          [--format text|json]

What it does
  Reads every row, makes its hash again, and names for each chain the first row
  that does not agree, and how: changed, missing, out-of-order, truncated (rows
  are gone from the end), rewritten (the chain is whole, and is not the one
  whose head was signed), unknown-form (written by a newer program), index (the
  row is whole, but the index by which the auditor finds who was shown a child
  in a list says something else; northlight reindex makes it anew).
  The heads that the server signed are looked at too: one that cannot be read,
  or is for a day to come, or is not signed by the key given, was put there by
  somebody else. With all others every chain is compared: one that was cut, or
  written anew, or is gone since a head was signed is named.
  Whoever can write to the database past its triggers can take the heads away
  too: only a head that was kept elsewhere shows that.

Options
  --database URL     sqlite:FILE or postgresql://user@host/name
  --head FILE        a head that northlight audit head printed, or the server
  --public-key KEY   the key that must have signed it and the kept heads
                     in the database, as you keep it; without it, the one that
                     the head names itself, and for the kept heads that of the
                     key that signs, where it lies beside the database
                     (sqlite:FILE: FILE.signing-key) or NORTHLIGHT_SIGNING_KEY
                     names it
  --format FORMAT    text (unless given) or json

Example
  northlight audit verify --database sqlite:northlight.db --head 2026-11-22.json

Exit status
  0  the trail is whole
  1  it is broken, or heads are not yours; the first broken row of each chain,
     and each such head, is named
  2  it could not be read, or the head is not one, or is not signed by that key
)"},
    {"audit head", R"(northlight audit head: where the audit trail ends now, signed

Usage
  northlight audit head --database URL --signing-key FILE

What it does
  Proves the trail, then prints the number and the hash of each chain's last
  row, signed with ed25519, as one JSON document. Keep it where whoever can
  change the database cannot reach it: northlight audit verify compares the
  trail with it.
  A trail that is broken is not signed.

Options
  --database URL       sqlite:FILE or postgresql://user@host/name
  --signing-key FILE   made by northlight audit key

Example
  northlight audit head --database sqlite:northlight.db \
    --signing-key /etc/northlight/signing-key > 2026-11-22.json

Exit status
  0  done
  1  the trail is broken; nothing was signed
  2  it could not be read, or the key cannot be used
)"},
    {"audit key", R"(northlight audit key: make the key that signs heads

Usage
  northlight audit key FILE

What it does
  Makes a new key, for FILE's owner alone, and prints its public half. FILE may
  not exist yet. Keep the public key elsewhere: it shows who signed.

Example
  northlight audit key /etc/northlight/signing-key

Exit status
  0  the key is made
  2  there is such a file already, or it cannot be written
)"},
};

}  // namespace

std::span<const ManualPage> pages_of_audit() { return audit_pages; }

}  // namespace northlight::cli

#include "cli/manual_pages.hpp"

namespace northlight::cli {
namespace {

constexpr ManualPage erasure_pages[] = {
    {"erasures", R"(northlight erasures: what was erased, and after a restore

Usage
  northlight erasures apply LEDGER --database URL [--uploads FOLDER]
                            [--public-key KEY]
  northlight erasures ledger --database URL --signing-key FILE
  northlight erasures sweep --database URL

Commands
  apply    erase again, in a database that was restored, what the ledger names
  ledger   print a ledger of what this database knows to be erased
  sweep    rewrite the database, so that its files hold nothing of it

  Each has a page of its own: northlight erasures COMMAND --help

  Files are erased on the pages about how long they are kept, by two people.
  The server writes each erasure into a ledger outside the database: numbers of
  files and moments, each line signed and holding on to the one before it. Keep
  it on another disk, and a copy elsewhere: without it an older backup brings
  back what was erased.
)"},
    {"erasures apply", R"(northlight erasures apply: erase again what an older backup brought back

Usage
  northlight erasures apply LEDGER --database URL [--uploads FOLDER]
                            [--public-key KEY]

What it does
  Reads the ledger and holds each line against its signature. What it names and
  the database still holds is erased again, with its documents, and a line of
  the audit trail says so. Then the database is rewritten, as by sweep. It may
  be run again at any time.

Options
  --database URL    sqlite:FILE or postgresql://user@host/name, as its owner
  --uploads FOLDER  where documents lie; by default beside a SQLite file
  --public-key KEY  the key that must have signed the ledger, as you keep it;
                    without it, the one that each line names itself

Example
  northlight erasures apply /mnt/ledger/northlight.erasures \
    --database sqlite:restored.db

Exit status
  0  the database holds nothing of what the ledger names
  2  the ledger or the database cannot be used; what was erased stays erased
)"},
    {"erasures ledger", R"(northlight erasures ledger: a ledger of what this database knows

Usage
  northlight erasures ledger --database URL --signing-key FILE

What it does
  Prints a whole ledger, signed, of every erasure that the database knows. For
  when the server's own ledger was lost, or for a copy elsewhere.

Options
  --database URL      sqlite:FILE or postgresql://user@host/name
  --signing-key FILE  made by northlight audit key

Example
  northlight erasures ledger --database sqlite:northlight.db \
    --signing-key /etc/northlight/signing-key > erasures-2026-11-22

Exit status
  0  done
  2  the database or the key cannot be used
)"},
    {"erasures sweep", R"(northlight erasures sweep: nothing of what was erased stays on the disk

Usage
  northlight erasures sweep --database URL

What it does
  Rewrites the database's files. SQLite overwrites what is deleted by itself;
  this takes its free space away too. PostgreSQL keeps deleted rows in its
  tables until they are rewritten, which this does (vacuum full): each table is
  locked while it is. PostgreSQL's write-ahead log and its own backups go their
  own way; see docs/operations.md.

Options
  --database URL  sqlite:FILE or postgresql://user@host/name, as its owner

Example
  northlight erasures sweep --database sqlite:northlight.db

Exit status
  0  done
  2  the database cannot be used
)"},
};

}  // namespace

std::span<const ManualPage> pages_of_erasures() { return erasure_pages; }

}  // namespace northlight::cli

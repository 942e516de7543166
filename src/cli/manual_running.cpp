#include "cli/manual_pages.hpp"

namespace northlight::cli {
namespace {

// What it takes to run Northlight: the program itself, the server, the database. 80 columns, so
// that a narrow terminal shows each page whole.
constexpr ManualPage running_pages[] = {
    {"", R"(Northlight: the open case, quality and inspection system for youth justice
services in England and Wales.

Usage
  northlight COMMAND [OPTIONS]

Commands
  demo          a filled library in a temporary folder, and the server: try it
  serve         serve a database over HTTP
  keys          the key file that seals secrets: make, rotate
  migrate       bring a database to the schema of this program
  reindex       make the tables again that lists are read from
  backup        write a database into one file, while it is being served
  restore       fill an empty database from such a file
  organisation  services, partner agencies and inspectorates: add
  person        who works with it: add, list, leave, link
  audit         prove the audit trail: verify, head, key
  erasures      what was erased, and after a restore: apply, ledger, sweep
  import        published reports and tables of ratings into a database
  export        everything out of a database, as JSON
  framework     inspection standards: check, list, show
  report        published reports as PDF or text: read, check
  rate          rate judgements by the rules of an edition

  Each has a page of its own: northlight COMMAND --help

Options
  --help      this page
  --version   the version of the program

Output
  Data go to standard output, words about the work to standard error. With
  --format json, standard output gets exactly one JSON document.

Exit status
  0  done
  1  done, and something is wrong with the content of the input
  2  the command or its input cannot be used; standard error says what is wrong,
     where, and what to do

Environment
  NORTHLIGHT_DATA  the folder that holds frameworks/ and schema/, where it is
                   neither beside the program nor above it
  NORTHLIGHT_KEYS  the key file, where no --keys names it
  NORTHLIGHT_SIGNING_KEY, NORTHLIGHT_ERASURES
                   likewise for --signing-key and --erasures of serve
  NO_COLOR         when set, nothing is coloured
)"},
    {"demo", R"(northlight demo: try Northlight

Usage
  northlight demo [--port N]

What it does
  Makes a database in a temporary folder, fills it with the library that ships
  with the program (East Sussex 2024 in full, and a table of published ratings),
  and serves it on this machine only. Its start page shows invented people as
  whom you may sign in. All is removed when it ends (Ctrl+C).

Options
  --port N    the port, 8080 unless given; 0 takes any that is free

Example
  northlight demo --port 8090

Exit status
  0  it was stopped
  2  it could not start: the port is taken, or the data are not found
)"},
    {"serve", R"(northlight serve: serve a database over HTTP

Usage
  northlight serve --database URL [--listen ADDRESS] [--metrics ADDRESS]
                   [--base-url URL] [--behind-tls] [--keys FILE]
                   [--signing-key FILE] [--erasures LEDGER] [--uploads FOLDER]
                   [--trusted-proxy ADDRESS] [--no-rate-limit]

What it does
  Serves children's files, inspections in progress and the library of published
  ones until it is sent SIGTERM or SIGINT; then it finishes the requests in
  flight and ends. It never changes the schema: when the database is behind, it
  says so and ends (see northlight migrate).
  It speaks plain HTTP: put nginx in front (deploy/nginx/northlight.conf).
  The log goes to standard error, a JSON object a line.

Options
  --database URL     sqlite:FILE or postgresql://user@host/name
  --listen ADDRESS   127.0.0.1:8080 unless given; [::1]:8080, or
                     unix:/run/northlight/northlight.sock; port 0 is any free
  --metrics ADDRESS  serve Prometheus metrics there; not at all unless given
  --base-url URL     how readers reach it: https://northlight.example
  --behind-tls       the proxy in front speaks TLS: browsers are told to insist
  --keys FILE        what seals secrets; NORTHLIGHT_KEYS, or beside sqlite:FILE
                     FILE.keys, unless given. Without keys nobody can sign in,
                     and the library alone is served
  --signing-key FILE signs where the audit trail ends, each day, and the ledger
                     of erasures; NORTHLIGHT_SIGNING_KEY, or FILE.signing-key,
                     unless given. Without it nothing can be erased
  --erasures LEDGER  what was erased, for restoring older backups; keep it on
                     another disk than the database. NORTHLIGHT_ERASURES, or
                     FILE.erasures, unless given
  --uploads FOLDER   where documents lie; beside a SQLite file, unless given. It
                     must be there; on PostgreSQL name one, where people sign in
  --trusted-proxy ADDRESS
                     believe what this proxy says of where a request came from;
                     "unix" for whoever comes by the socket
  --no-rate-limit    count nobody's requests: for measuring speed

Example
  northlight serve --database sqlite:/var/lib/northlight/northlight.db

Exit status
  0  it was stopped
  2  it could not start, or not stop cleanly
)"},
    {"keys", R"(northlight keys: the key file that seals secrets

Usage
  northlight keys COMMAND [OPTIONS]

Commands
  make     make a key file
  rotate   add a key to it, and seal again what is sealed

  Second factors and other secrets in the database are sealed with keys that
  stand in a file of their own, which its owner alone may read. Keep a copy of
  it apart from the database and its backups: without it nobody can sign in
  with a second factor, and with it and the database others could.
)"},
    {"keys make", R"(northlight keys make: make a key file

Usage
  northlight keys make FILE

What it does
  Makes FILE, readable by its owner alone. Refuses where there is such a file:
  what it sealed opens with nothing else.

Example
  northlight keys make /etc/northlight/keys

Exit status
  0  the file is made
  2  it could not be made
)"},
    {"keys rotate", R"(northlight keys rotate: add a key, and seal secrets again

Usage
  northlight keys rotate --database URL [--keys FILE]

What it does
  Adds a key to the file, which seals from then on, and seals again all that is
  sealed in the database. The older keys stay in the file, so that a backup can
  still be opened. Start the server anew afterwards. Keep a copy of the file.

Options
  --database URL   sqlite:FILE or postgresql://user@host/name
  --keys FILE      the key file; NORTHLIGHT_KEYS, or beside sqlite:FILE
                   FILE.keys, unless given

Example
  northlight keys rotate --database sqlite:northlight.db

Exit status
  0  done
  2  the file or the database cannot be used
)"},
    {"migrate", R"(northlight migrate: bring a database to the schema of this program

Usage
  northlight migrate --database URL

What it does
  Runs the steps of schema/ that the database has not seen, each as a whole or
  not at all. A new database is made. Steps only go forward: take a backup
  first. Refuses a database that a newer program has migrated, and a step that
  was changed after it was run.

Options
  --database URL   sqlite:FILE or postgresql://user@host/name

Example
  northlight migrate --database sqlite:northlight.db

Exit status
  0  the database is at the last step
  2  it could not be brought there; nothing of the failed step was kept
)"},
    {"reindex", R"(northlight reindex: make the tables again that lists are read from

Usage
  northlight reindex --database URL [--keys FILE]

What it does
  Risks, actions, contacts, deadlines and what else the forms declare are kept
  in tables of their own beside the records. This throws those tables away and
  makes them again from the last version and the last signed version of every
  record, all of it or nothing. It is needed after a form's projections were
  corrected, and never otherwise; it changes no record.
  Each version is proved first, where the keys are found: one that is not what
  was recorded is named on standard output and left out of the tables.

Options
  --database URL   sqlite:FILE or postgresql://user@host/name
  --keys FILE      the key file that the server uses (northlight keys --help);
                   unless given, NORTHLIGHT_KEYS, or FILE.keys of sqlite:FILE

Example
  northlight reindex --database sqlite:northlight.db

Exit status
  0  the tables are made
  1  they are, but for records whose form is not in the folder of forms, and
     for versions that are not what was recorded
  2  they could not be made; those that were there stay
)"},
    {"backup", R"(northlight backup: write a database into one file

Usage
  northlight backup FILE --database URL [--uploads FOLDER]

What it does
  Writes all that the database holds, as it stood at one moment, into FILE, also
  while the server serves. FILE may not exist yet. Only its owner can read it:
  keep it as safe as the database itself. Documents that were sent in are in it.

Options
  --database URL    sqlite:FILE or postgresql://user@host/name
  --uploads FOLDER  where documents lie; by default beside a SQLite file, as
                    FILE.uploads

Example
  northlight backup northlight-2026-11-22.backup --database sqlite:northlight.db

Exit status
  0  the backup is complete and was read back
  2  it could not be made; no file is left behind
)"},
    {"restore", R"(northlight restore: fill an empty database from a backup

Usage
  northlight restore FILE --database URL [--uploads FOLDER]
                     [--erasures LEDGER] [--public-key KEY]

What it does
  Fills a database that holds nothing from a file of northlight backup, made on
  the same engine, and compares each table with it. Refuses a database that
  holds anything, and a file that was damaged or is of a newer program.
  A backup holds what was erased after it was made: with --erasures that is
  erased again. A server whose ledger names such files does not start before.

Options
  --database URL     sqlite:FILE or postgresql://user@host/name
  --uploads FOLDER   where documents are put; by default beside a SQLite file,
                     as FILE.uploads
  --erasures LEDGER  the ledger that the server kept (see northlight erasures)
  --public-key KEY   the key that must have signed it, as you keep it

Example
  northlight restore northlight-2026-11-22.backup --database sqlite:restored.db

Exit status
  0  all is back
  2  it could not be restored; the database still holds nothing
)"},
    {"import", R"(northlight import: published inspections into a database

Usage
  northlight import report FILE… --database URL
  northlight import ratings CSV --database URL

Commands
  report    the published reports themselves, as PDF or text
  ratings   a table of published ratings

  Each has a page of its own: northlight import COMMAND --help

  Importing a thing twice changes nothing, and the order does not matter. All of
  one import is kept, or none of it.
)"},
    {"import report", R"(northlight import report: published reports into a database

Usage
  northlight import report FILE… --database URL

What it does
  Reads each report as northlight report read does and keeps its facts, its own
  words and the findings of the check. What a table of ratings stated of the
  same inspection before is kept where the report is silent. All files are kept,
  or none: one that cannot be read, or is no report, stops the import.

Input
  FILE   a published report, as PDF or as text

Options
  --database URL   sqlite:FILE or postgresql://user@host/name

Example
  northlight import report leeds-2024.pdf --database sqlite:northlight.db

Exit status
  0  all are kept
  1  all are kept, and the check found errors in one of them
  2  nothing was kept
)"},
    {"import ratings", R"(northlight import ratings: a table of published ratings into a database

Usage
  northlight import ratings CSV --database URL

Input
  CSV   a table in UTF-8 with a header row and the columns
        service      the service's name
        published    2024-09, "September 2024" or a span such as 2024/25
        1.1 … 4.1    the rating of each standard, by its number; may be empty
        score, score_max, overall
        source_url, notes
        Columns may stand in any order. What is empty is not known, and nothing
        is made of it.

Options
  --database URL   sqlite:FILE or postgresql://user@host/name

Example
  northlight import ratings ratings.csv --database sqlite:northlight.db

Exit status
  0  the whole table is kept
  2  nothing was kept: a row cannot be used, or the file cannot be read
)"},
    {"export", R"(northlight export: everything out of a database

Usage
  northlight export --database URL

What it does
  Prints every published inspection that the database holds as one JSON
  document, in the form of the read API, with attribution and licence.

Options
  --database URL   sqlite:FILE or postgresql://user@host/name

Example
  northlight export --database sqlite:northlight.db > inspections.json

Exit status
  0  done
  2  the database cannot be read, or the output not be written
)"},
};

}  // namespace

std::span<const ManualPage> pages_of_running() { return running_pages; }

}  // namespace northlight::cli

#!/usr/bin/env python3
"""What indexes by file and by person cost a line of a long audit trail, on SQLite.

bench/trail_indexes.py [ROWS]   a trail of so many rows (600000) on 5,000 children by 300 people; then
batches of 16 lines, each batch on the disk before the next, as store/audit_queue puts them down. The
table is that of schema/0004 without its triggers; the program makes these indexes after the lines.
"""
import os
import random
import secrets
import sqlite3
import sys
import tempfile
import time

TABLE = """create table audit_entry (chain int not null, number int not null, form int not null,
  at text not null, person_id text, role text not null, organisation_id text, operation text not null,
  action text not null, outcome text not null, file_id text, record_id text, version int, about_id text,
  listed text not null, justification text, recipient text, source text not null, request text not null,
  hash text not null, primary key (chain, number)) without rowid"""
ABOUT = "create index about on audit_entry (about_id, chain, number) where about_id is not null"
BY_FILE = "create index file on audit_entry (file_id, chain, number) where file_id is not null"
BY_PERSON = "create index person on audit_entry (person_id, chain, number) where person_id is not null"
INSERT = "insert into audit_entry values (" + ",".join("?" * 20) + ")"
BATCHES = 1500


def measure(folder, rows, indexes):
    path = os.path.join(folder, f"trail-{len(indexes)}.db")
    database = sqlite3.connect(path, isolation_level=None)
    for setting in ("journal_mode = wal", "synchronous = full", "cache_size = -16000", "secure_delete = on"):
        database.execute("pragma " + setting)
    for statement in (TABLE, *indexes):
        database.execute(statement)
    files = [secrets.token_hex(13) for _ in range(5000)]
    people = [secrets.token_hex(13) for _ in range(300)]

    def row(number):
        return (1, number, 1, "2026-11-22T09:30:00.000Z", random.choice(people), "practitioner", "o" * 26,
                "consultation", "read-file", "allowed", random.choice(files), None, None, None, "", None,
                None, "192.0.2.7", "0123456789abcdef", "a" * 64)

    database.execute("begin")
    for number in range(1, rows + 1):
        database.execute(INSERT, row(number))
    database.execute("commit")
    database.execute("pragma wal_checkpoint(truncate)")
    used, began, number = time.process_time(), time.time(), rows
    for _ in range(BATCHES):
        database.execute("begin immediate")
        for _ in range(16):
            number += 1
            database.execute(INSERT, row(number))
        database.execute("commit")
    print(f"{len(indexes)} indexes: 16 lines take {(time.process_time() - used) / BATCHES * 1e6:.0f} us of "
          f"processor time, {(time.time() - began) / BATCHES * 1e6:.0f} us until they are on the disk")


with tempfile.TemporaryDirectory() as place:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 600_000
    measure(place, count, (ABOUT, BY_FILE, BY_PERSON))
    measure(place, count, (ABOUT,))

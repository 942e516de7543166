"""Adds rows to an audit trail as the program does, worked out apart from it: trail.py DATABASE SERVICE COUNT."""
import hashlib
import sqlite3
import sys

file, service, count = sys.argv[1], sys.argv[2], int(sys.argv[3])


def field(value):
    if value is None:
        return b"N"
    if isinstance(value, int):
        return b"I" + value.to_bytes(8, "little")
    text = value.encode()
    return b"T" + len(text).to_bytes(4, "little") + text


with sqlite3.connect(file) as base:
    if not base.execute("select 1 from audit_chain where service = ?", (service,)).fetchone():
        base.execute("insert into audit_chain values ((select coalesce(max(id), 0) + 1 from audit_chain), ?, 0, ?)",
                     (service, "0" * 64))
    for _ in range(count):
        chain, number, before = base.execute("select id, number, hash from audit_chain where service = ?",
                                             (service,)).fetchone()
        number += 1
        row = ("2026-11-22T09:30:00.000Z", "0" * 26, "practitioner", service or None, "consultation", "read-file",
               "allowed", "1" * 26, None, number, None, "", "The worker is away: “urgent”", None, "192.0.2.7", "r1")
        encoded = b"northlight-audit-1" + b"".join(map(field, (service, before, *row)))
        made = hashlib.blake2b(encoded, digest_size=32).hexdigest()
        base.execute(f"insert into audit_entry values ({', '.join('?' * 20)})", (chain, number, 1, *row, made))

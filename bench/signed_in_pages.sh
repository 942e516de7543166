#!/usr/bin/env bash
# What sessions, permission and audit cost a signed-in page, in one run with wrk.
# bench/signed_in_pages.sh [SECONDS [postgresql]]   needs: build/release/bench/signed_in_pages, wrk
# CONNECTIONS=128 bench/signed_in_pages.sh: by so many at a time (32).
# AT_ONCE=8 bench/signed_in_pages.sh: with so many handlers at once (as many as there are processors).
# On PostgreSQL: a private cluster that keeps what it says it kept (fsync on).
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-10}
connections=${CONNECTIONS:-32}
if [ "${2:-}" = postgresql ] && [ -z "${NORTHLIGHT_TEST_POSTGRES:-}" ]; then
  NORTHLIGHT_POSTGRES_DURABLE=1 exec tools/private_postgres "$0" "$@"
fi
work=$(mktemp -d)
trap 'exec 3>&- || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
database=sqlite:$work/bench.db
[ "${2:-}" != postgresql ] || database=$NORTHLIGHT_TEST_POSTGRES
mkfifo "$work/input"
mkdir "$work/documents"
build/release/bench/signed_in_pages "$database" "$work/documents" "${AT_ONCE:-0}" <"$work/input" >"$work/said" &
server=$!
exec 3>"$work/input"
for _ in $(seq 300); do [ "$(wc -l <"$work/said")" = 3 ] && break; sleep 0.1; done
{ read -r page; read -r bare; read -r cookie; } <"$work/said"
for address in "$page" "$bare"; do
  echo "$(curl -s -o /dev/null -w '%{http_code}, %{size_download} bytes' -H "Cookie: $cookie" "$address") ${address#*//*/}"
done
processor() { awk '{ print $14 + $15 }' "/proc/$server/stat"; }
rate() { awk '/Requests\/sec/ { print $2 }' "$1"; }
for round in 0 1 2 3; do
  for kind in page bare; do
    before=$(processor)
    duration=$seconds; [ "$round" = 0 ] && duration=2
    wrk -t1 -c"$connections" -d"${duration}s" --latency -H "Cookie: $cookie" "${!kind}" >"$work/$kind"
    declare "used_$kind=$(($(processor) - before))"
  done
  [ "$round" = 0 ] && continue
  awk -v a="$(rate "$work/page")" -v b="$(rate "$work/bare")" -v ua=$used_page -v ub=$used_bare -v s="$seconds" -v r=$round \
    -v pa="$(awk '$1 == "99%" { print $2 }' "$work/page")" -v pb="$(awk '$1 == "99%" { print $2 }' "$work/bare")" \
    'BEGIN { printf "round %d: signed in %.0f/s p99 %s %.0f us CPU, bare %.0f/s p99 %s %.0f us CPU: %.1f%% of the throughput lost\n",
             r, a, pa, ua * 10000 / (a * s), b, pb, ub * 10000 / (b * s), 100 * (1 - a / b) }'
done

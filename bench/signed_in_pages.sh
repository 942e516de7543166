#!/usr/bin/env bash
# What sessions, permission and audit cost a signed-in page, in one run with wrk.
# bench/signed_in_pages.sh [TURNS [postgresql]]   needs: build/release/bench/signed_in_pages, wrk
# CONNECTIONS=128 bench/signed_in_pages.sh: by so many at a time (32).
# AT_ONCE=8 bench/signed_in_pages.sh: with so many handlers at once (as many as there are processors).
# On PostgreSQL: a private cluster that keeps what it says it kept (fsync on).
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-30}
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
for _ in $(seq 300); do [ "$(tail -n 1 "$work/said")" = all ] && break; sleep 0.1; done
mapfile -t said <"$work/said"
address=${said[0]} cookie=${said[1]} files=("${said[@]:2}")
unset 'files[-1]'
# One child's page after another, as people open them: each line of the trail names another child.
for kind in children bare; do
  printf 'local files, at = {%s}, 0\nrequest = function()\n  at = at %% #files + 1\n' \
    "$(printf '"%s",' "${files[@]}")"
  printf '  return wrk.format(nil, "/%s/" .. files[at])\nend\n' "$kind"
done >"$work/both.lua"
split -l 5 -d --additional-suffix=.lua "$work/both.lua" "$work/turn"
mv "$work/turn00.lua" "$work/page.lua"
mv "$work/turn01.lua" "$work/bare.lua"
for kind in children bare; do
  echo "$(curl -s -o /dev/null -w '%{http_code}, %{size_download} bytes' -H "Cookie: $cookie" \
    "http://$address/$kind/${files[0]}") $kind, the first of ${#files[@]} files"
done
processor() { awk '{ print $14 + $15 }' "/proc/$server/stat"; }
# Pages a second, and microseconds of processor time a page, of one kind for so many seconds.
measure() { # KIND SECONDS
  local before
  before=$(processor)
  wrk -t1 -c"$connections" -d"${2}s" -s "$work/$1.lua" -H "Cookie: $cookie" "http://$address" >"$work/$1"
  awk -v used=$(($(processor) - before)) '
    / requests in / { requests = $1 } /Requests\/sec/ { print $2, used * 10000 / requests }' "$work/$1"
}
measure page 3 >/dev/null
measure bare 3 >/dev/null
# By turns of a second, so that what else the machine does falls on both alike.
for _ in $(seq "$seconds"); do
  echo "$(measure page 1) $(measure bare 1)"
done >"$work/turns"
median() { sort -g | awk '{ all[NR] = $1 } END { print (all[int((NR + 1) / 2)] + all[int(NR / 2) + 1]) / 2 }'; }
column() { awk -v of="$1" '{ print $of }' "$work/turns" | median; }
printf 'of %s turns, the median: signed in %.0f a second, %.0f us; bare %.0f a second, %.0f us\n' \
  "$seconds" "$(column 1)" "$(column 2)" "$(column 3)" "$(column 4)"
awk '{ print 100 * (1 - $1 / $3) }' "$work/turns" | sort -g |
  awk '{ all[NR] = $1 } END { printf "lost: %.1f%% (half of the turns between %.1f and %.1f)\n",
    (all[int((NR + 1) / 2)] + all[int(NR / 2) + 1]) / 2, all[int(NR / 4) + 1], all[int(3 * NR / 4) + (NR % 4 ? 1 : 0)] }'
awk '{ print 100 * (1 - $4 / $2) }' "$work/turns" | median | xargs printf 'of its processor time: %.1f%%\n'

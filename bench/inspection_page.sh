#!/usr/bin/env bash
# The inspection page: Northlight against Express + Nunjucks on the same database, in one run with wrk.
# bench/inspection_page.sh [SECONDS]     needs: build/release/northlight, wrk, node
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-10}
northlight=build/release/northlight
peer=bench/peers/express-inspection
page=/inspections/east-sussex-2024-09
work=$(mktemp -d)
pids=()
declare -A used
trap 'kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT

[ -d $peer/node_modules ] || (cd $peer && npm ci --no-audit --no-fund >/dev/null)
# The demonstration fills a database, with its library and a whole service's files. Then both serve it, as a service
# would: what filling needed is not what serving needs.
TMPDIR=$work "$northlight" demo --port 18080 >/dev/null 2>"$work/filling.log" &
filling=$!; pids+=("$filling")
for _ in $(seq 300); do grep -q "Northlight is at" "$work/filling.log" && break; sleep 0.1; done
filled=$(find "$work" -name demo.db -printf '%h\n' | head -n 1)
[ -n "$filled" ] || { cat "$work/filling.log" >&2; exit 2; }
cp -r "$filled" "$work/kept"
kill "$filling"; wait "$filling" || true
database=$work/kept/demo.db
"$northlight" serve --database "sqlite:$database" --keys "$work/kept/demo.keys" --signing-key "$work/kept/demo.signing-key" \
  --listen 127.0.0.1:18080 --no-rate-limit >/dev/null 2>"$work/northlight.log" &
ours=$!; pids=("$ours")
for _ in $(seq 100); do grep -q "Northlight is at" "$work/northlight.log" && break; sleep 0.1; done
node $peer/server.mjs "$database" 18081 >/dev/null 2>"$work/peer.log" &
pids+=($!); theirs=$!
for port in 18080 18081; do
  for _ in $(seq 100); do curl -sf "http://127.0.0.1:$port$page" -o "$work/$port.html" && break; sleep 0.1; done
done
echo "page: Northlight $(wc -c <"$work/18080.html") bytes, Express $(wc -c <"$work/18081.html") bytes"

# Memory of a program and its children in KB, of one kind of smaps_rollup: Rss is what ps adds up, Pss has what is shared
# counted once; Pss_Anon is what they hold for themselves, without the pages of program files.
memory() {
  local total=0 pid
  for pid in "$1" $(pgrep -P "$1" || true); do
    total=$((total + $(awk -v kind="$2:" '$1 == kind { print $2 }' "/proc/$pid/smaps_rollup")))
  done
  echo "$total"
}
# Processor time that a program and its children have used, in hundredths of a second: steadier than requests a
# second while the machine has other work.
processor() {
  local total=0 pid
  for pid in "$1" $(pgrep -P "$1" || true); do
    total=$((total + $(awk '{ print $14 + $15 }' "/proc/$pid/stat")))
  done
  echo "$total"
}
requests() { awk '/requests in/ { print $1 }' "$1"; }
rate() { awk '/Requests\/sec/ { print $2 }' "$1"; }
worst() { awk '$1 == "99%" { print $2 }' "$1"; }

# Both are warmed up, then measured in turn, three times.
for round in 0 1 2 3; do
  for port in 18080 18081; do
    duration=$seconds; [ "$round" = 0 ] && duration=3
    server=$ours; [ $port = 18081 ] && server=$theirs
    before=$(processor "$server")
    wrk -t1 -c32 -d"${duration}s" --latency "http://127.0.0.1:$port$page" >"$work/$port.$round.txt"
    used[$port]=$(($(processor "$server") - before))
  done
  [ "$round" = 0 ] && continue
  a=$(rate "$work/18080.$round.txt"); b=$(rate "$work/18081.$round.txt")
  echo "round $round: Northlight $a/s p99 $(worst "$work/18080.$round.txt"), Express $b/s p99 $(worst "$work/18081.$round.txt"), ratio $(awk "BEGIN { printf \"%.1f\", $a / $b }")"
  a=$(awk "BEGIN { printf \"%.0f\", ${used[18080]} * 10000 / $(requests "$work/18080.$round.txt") }")
  b=$(awk "BEGIN { printf \"%.0f\", ${used[18081]} * 10000 / $(requests "$work/18081.$round.txt") }")
  echo "  processor time a request: Northlight $a us, Express $b us, ratio $(awk "BEGIN { printf \"%.1f\", $b / $a }")"
done

# Equal load: each of 16 connections waits between requests, so that both get about as much as Express can bear.
b=$(rate "$work/18081.2.txt")
cat >"$work/paced.lua" <<LUA
local pause = math.floor(16 * 1000 / ($b * 0.6))
function delay() return pause end
LUA
for port in 18080 18081; do
  wrk -t1 -c16 -d"${seconds}s" --latency -s "$work/paced.lua" "http://127.0.0.1:$port$page" >"$work/$port.paced.txt"
done
echo "equal load: Northlight $(rate "$work/18080.paced.txt")/s p99 $(worst "$work/18080.paced.txt"), Express $(rate "$work/18081.paced.txt")/s p99 $(worst "$work/18081.paced.txt")"
for kind in Rss Pss Pss_Anon; do
  echo "memory under load, $kind: Northlight $(memory "$ours" $kind) KB, Express $(memory "$theirs" $kind) KB"
done

#!/usr/bin/env bash
# A load run on this machine: bench/run.sh [participants ...]; without numbers 1000, 20000 and 100000.
# Needs the packaged jar (mvn package), and psql and pgbench (Debian: postgresql-client and postgresql-contrib).
# WHAT: jobs, lists or coach; what most people come for, the other lists and searches, or a coach's pages.
# SECONDS_EACH: how long each of the measurements takes, 8 unless told; PORT: 8099 unless told.
set -euo pipefail
cd "$(dirname "$0")/.."

port=${PORT:-8099}
each=${SECONDS_EACH:-8}
sizes=("$@")
[ ${#sizes[@]} -gt 0 ] || sizes=(1000 20000 100000)
jar=$(ls target/meedoen-*.jar | head -1)
for tool in java javac psql pgbench; do
    command -v "$tool" > /dev/null || { echo "missing: $tool" >&2; exit 1; }
done

app=
work=
classes=$(mktemp -d)
stop() {
    if [ -n "$app" ] && kill "$app" 2> /dev/null; then wait "$app" || true; fi
    [ -z "$work" ] || rm -rf "$work"
    app= work=
}
trap 'stop; rm -rf "$classes"' EXIT
javac -d "$classes" bench/*.java

echo "$(nproc) cores, $(java -version 2>&1 | head -1), $(pgbench --version)"
for size in "${sizes[@]}"; do
    work=$(mktemp -d)
    java -Xmx512m -jar "$jar" --spring.profiles.active=demo --meedoen.demo.participants="$size" \
        --server.address=127.0.0.1 --server.port="$port" --meedoen.address="http://127.0.0.1:$port" \
        --meedoen.data="$work/data" --meedoen.reads.pages=0 > "$work/log" 2>&1 &
    app=$!
    until grep -q "Meedoen is ready" "$work/log"; do
        kill -0 "$app" 2> /dev/null || { cat "$work/log" >&2; exit 1; }
        sleep 1
    done
    java -cp "$classes" Load "$port" "$work/data" "$size" "$each" "${WHAT:-jobs}"
    echo
    grep -o "Demo data: .*" "$work/log"
    echo "Java at its largest: $(awk '/VmHWM/ { printf "%d MB", $2 / 1024 }' "/proc/$app/status") with -Xmx512m;" \
        "database $(du -sm "$work/data/postgres" | cut -f1) MB"
    # the jobs lose their connections when the server begins to write down what it is sent
    grep " ERROR " "$work/log" | grep -v "\[ *scheduling-" | head -5 || true
    stop
done

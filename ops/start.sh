#!/bin/sh
# Starts the program, as "java -jar" does, but faster and with less memory at rest:
#   sh start.sh liudan.jar [what else the program is told]
# With a new jar or another Java it first unpacks the jar beside it and lets Java learn which classes a start needs, on a
# district of its own that is thrown away; that takes about a minute, once. More for Java: JAVA_OPTS=-Xmx2g
set -eu
JAR=${1:?the jar}
shift
JAVA=$(command -v "${JAVA_HOME:+$JAVA_HOME/bin/}java") || {
    echo "找不到 Java，请安装 Java 17 或更新的版本 / There is no Java; install Java 17 or a newer one" >&2
    exit 1
}
JAVA=$(readlink -f "$JAVA")
MAJOR=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$(dirname "$JAVA")/../release" 2> /dev/null) || true
[ -n "$MAJOR" ] || MAJOR=$("$JAVA" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
READY=${JAR%.jar}.java$MAJOR
PROGRAM=$READY/$(basename "$JAR")
LEARNED=$READY/classes
DONE=$READY/done
if [ "$MAJOR" -ge 25 ]; then
    LEARN=-XX:AOTCacheOutput=$LEARNED
    USE=-XX:AOTCache=$LEARNED
else
    LEARN=-XX:ArchiveClassesAtExit=$LEARNED
    USE=-XX:SharedArchiveFile=$LEARNED
fi
# what is not needed any more goes back to the machine after a minute
OPTIONS="-XX:+UseG1GC -XX:G1PeriodicGCInterval=60000 ${JAVA_OPTS:-}"

learn() {
    echo "首次使用，正在准备快速启动，约一分钟 / Preparing fast starts, once, about a minute"
    rm -rf "$READY"
    "$JAVA" -Djarmode=tools -jar "$JAR" extract --destination "$READY" || return 1
    own=$(mktemp -d)
    "$JAVA" $OPTIONS "$LEARN" -jar "$PROGRAM" --server.port=0 --liudan.data="$own/data" \
        --liudan.demo=true --liudan.demo.orders=0 --liudan.demo.messages=none --liudan.demo.password=Learn-to-start-1 \
        > "$own/log" 2>&1 &
    program=$!
    trap 'kill "$program"; wait "$program" || true; rm -rf "$own"; exit 1' INT TERM
    while kill -0 "$program" 2> /dev/null; do
        address=$(sed -n 's/.*\(http:\/\/localhost:[0-9]*\).*/\1/p' "$own/log")
        [ -z "$address" ] || break
        sleep 1
    done
    if [ -n "${address:-}" ] && command -v curl > /dev/null; then
        for page in / /raise /sign-in; do curl -sf -o /dev/null "$address$page" || true; done
    fi
    kill "$program" 2> /dev/null || true
    wait "$program" || true
    trap - INT TERM
    [ -s "$LEARNED" ] || cat "$own/log"
    rm -rf "$own"
    touch "$DONE"
}

# Runs a command unless another start is learning beside this one; where there is no flock, starts have to be one at a time.
alone() {
    [ -w "$(dirname "$READY")" ] || return 1
    command -v flock > /dev/null || { "$@"; return; }
    exec 9> "$READY.lock"
    result=1
    flock -n 9 && "$@" && result=0
    exec 9>&-
    return $result
}

up_to_date() {
    [ -e "$DONE" ] && [ ! "$JAR" -nt "$DONE" ] && [ ! "$JAVA" -nt "$DONE" ]
}

if ! up_to_date; then
    alone learn || true
fi
if up_to_date && [ -s "$LEARNED" ]; then
    exec "$JAVA" $OPTIONS "$USE" -jar "$PROGRAM" "$@"
fi
echo "没有快速启动可用，按普通方式启动 / Starting as usual, without what makes it faster"
exec "$JAVA" $OPTIONS -jar "$JAR" "$@"

#!/bin/sh
# Prepares a PostgreSQL for a standby. On the primary, as the user postgres:
#   STANDBY=10.0.0.2 PASSWORD=... sh primary.sh          lets the standby copy and follow
#   sh primary.sh synchronous                            once it follows: acknowledge only what the standby has too
set -eu
PORT=${PORT:-5432}
sql() { psql -X -q -v ON_ERROR_STOP=1 -p "$PORT" -d postgres "$@"; }

if [ "${1:-}" = synchronous ]; then
    following=$(sql -At -c "select count(*) from pg_stat_replication where state = 'streaming'")
    [ "$following" -gt 0 ] || { echo "没有备机在跟随 / No standby follows yet"; exit 1; }
    sql -c "alter system set synchronous_standby_names = '*'"
    sql -c "select pg_reload_conf()" > /dev/null
    echo "此后只有备机也写好的才算办成 / From now on only what the standby has too is acknowledged"
    exit 0
fi

: "${STANDBY:?the address of the standby}" "${PASSWORD:?a password for the role replicator}"
sql -v password="$PASSWORD" <<'SQL'
select 'create role replicator login replication' where not exists (select from pg_roles where rolname = 'replicator') \gexec
alter role replicator password :'password';
SQL
access=$(sql -At -c "show hba_file")
line="host replication replicator $STANDBY/32 scram-sha-256"
grep -qxF "$line" "$access" || echo "$line" >> "$access"
sql -c "select pg_reload_conf()" > /dev/null
echo "可以在 $STANDBY 上运行 standby.sh / Run standby.sh on $STANDBY now"

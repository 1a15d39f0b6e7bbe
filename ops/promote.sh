#!/bin/sh
# Makes the standby the primary when the primary is lost. On the standby, as the user postgres:
#   sh promote.sh
# First make sure that the old primary is off and stays off: two that take in orders can't be brought together again.
set -eu
sql() { psql -X -q -v ON_ERROR_STOP=1 -p "${PORT:-5432}" -d postgres "$@"; }

[ "$(sql -At -c "select pg_is_in_recovery()")" = t ] || { echo "这里已经是主机 / This is a primary already"; exit 1; }
sql -At -c "select pg_promote()" | grep -qx t
sql -c "alter system reset synchronous_standby_names"
sql -c "select pg_reload_conf()" > /dev/null
echo "已升为主机；程序会自己连上 / It is the primary now; the program finds it by itself"

#!/bin/sh
# Makes a standby. On its machine, as the user postgres, with the same version of PostgreSQL installed and its server stopped:
#   PRIMARY=10.0.0.1 PASSWORD=... sh standby.sh /var/lib/postgresql/18/main
# What was in the folder is put aside. Start the server afterwards, then run "primary.sh synchronous" on the primary.
set -eu
: "${PRIMARY:?the address of the primary}" "${PASSWORD:?the password of the role replicator}" "${1:?the data folder}"
DATA=$1
[ ! -e "$DATA/postmaster.pid" ] || { echo "请先停掉这里的服务 / Stop the server of this folder first"; exit 1; }
[ ! -e "$DATA" ] || mv "$DATA" "$DATA.before-$(date +%Y%m%d%H%M%S)"
PGPASSWORD=$PASSWORD pg_basebackup -h "$PRIMARY" -p "${PORT:-5432}" -U replicator -D "$DATA" \
    --write-recovery-conf --create-slot --slot "${SLOT:-standby}" --wal-method stream --checkpoint fast
echo "可以启动服务 / Start the server now"

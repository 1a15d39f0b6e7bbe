package org.liudan.backups;

import java.util.List;

/**
 * A table in a backup.
 *
 * @param columns in the order of the stored values, quoted for SQL
 * @param sha256 of the stored rows, in hexadecimal
 */
record ArchivedTable(String table, List<String> columns, long rows, String sha256) {

    /** The name of its ZIP entry. */
    String entry() {
        return table + ".copy";
    }
}

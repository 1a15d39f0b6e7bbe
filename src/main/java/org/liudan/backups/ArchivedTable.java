package org.liudan.backups;

import java.util.List;

/**
 * A table in a backup.
 *
 * @param columns in the order in which they are kept, quoted as SQL wants them
 * @param sha256 of what is kept, in hexadecimal
 */
record ArchivedTable(String table, List<String> columns, long rows, String sha256) {

    String entry() {
        return table + ".copy";
    }
}

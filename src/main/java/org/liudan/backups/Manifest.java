package org.liudan.backups;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The description of a backup, stored in it as JSON.
 *
 * @param format the version of the file format; see {@link #FORMAT}
 * @param program the version of the program that made it
 * @param schema the version of the last migration
 * @param madeAt the moment of its data
 * @param districts the Chinese names of the districts
 * @param sealedWith the fingerprint of the personal secret, which does not reveal it
 * @param secret the personal secret, if it was asked for
 * @param sequences the last value of each sequence
 */
public record Manifest(
        int format,
        String program,
        String schema,
        Instant madeAt,
        List<String> districts,
        String sealedWith,
        Optional<String> secret,
        List<ArchivedTable> tables,
        Map<String, Long> sequences) {

    static final int FORMAT = 1;

    /** The number of rows in all tables. */
    public long rows() {
        return tables.stream().mapToLong(ArchivedTable::rows).sum();
    }
}

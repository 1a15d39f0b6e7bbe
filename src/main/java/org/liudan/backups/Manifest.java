package org.liudan.backups;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a backup says of itself.
 *
 * @param format how the file is to be read; see {@link #FORMAT}
 * @param program the version of the program that made it
 * @param schema the version of the tables, as the migrations count
 * @param madeAt the moment whose state it holds
 * @param sealedWith tells one personal secret from another without telling what it is
 * @param secret the personal secret itself where it was asked for
 * @param sequences the last number that each sequence has given out
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

    public long rows() {
        return tables.stream().mapToLong(ArchivedTable::rows).sum();
    }
}

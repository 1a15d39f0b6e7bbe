package org.liudan.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.liudan.organisation.Directories;
import org.liudan.privacy.Seals;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores the uploaded files of imports in the database, encrypted and in parts of one megabyte. */
@Component
class ImportFileStore {

    private static final String ADD_PART = """
            insert into import_file_part (district_id, import_id, number, content)
            values (:district, :id, :number, :content)
            """;
    private static final String PARTS = """
            select content
            from import_file_part
            where district_id = :district and import_id = :id
            order by number
            """;
    private static final int PART_BYTES = 1 << 20;

    private final JdbcClient jdbc;
    private final Directories directories;
    private final Seals seals;

    ImportFileStore(JdbcClient jdbc, Directories directories, Seals seals) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.seals = seals;
    }

    /** Stores the file of an import, in the transaction that creates the import. */
    @Transactional
    public void store(long id, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            int number = 0;
            for (var part = in.readNBytes(PART_BYTES); part.length > 0; part = in.readNBytes(PART_BYTES)) {
                jdbc.sql(ADD_PART)
                        .param("district", directories.district())
                        .param("id", id)
                        .param("number", number++)
                        .param("content", seals.seal(part))
                        .update();
            }
        }
    }

    /** Writes the stored file to a temporary file, which the caller deletes. */
    @Transactional(readOnly = true)
    public Path read(long id) throws IOException {
        var file = Files.createTempFile("import-", ".data");
        try (var out = Files.newOutputStream(file)) {
            jdbc.sql(PARTS)
                    .param("district", directories.district())
                    .param("id", id)
                    .withFetchSize(1)
                    .query((RowCallbackHandler) row -> {
                        try {
                            out.write(seals.open(row.getBytes("content")));
                        } catch (IOException broken) {
                            throw new UncheckedIOException(broken);
                        }
                    });
        }
        return file;
    }

    /** The SHA-256 hash of a file. */
    static byte[] hash(Path file) throws IOException {
        try (var in = Files.newInputStream(file);
                var digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return digest.getMessageDigest().digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

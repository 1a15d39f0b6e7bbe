package org.liudan.orders.attachments;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Reason;
import org.liudan.organisation.Directories;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Photos and documents of orders. The database stores them; their id is the SHA-256 of their content. */
@Component
public class Attachments {

    /** The reason for refusing a file that is too large. */
    public static final String TOO_LARGE = "reason.file-too-large";

    private static final long MAX_BYTES = 20L * 1024 * 1024;
    /** How many files a form field takes. */
    public static final int MOST_FILES = 9;

    private static final String STORE = """
            insert into order_attachment (district_id, order_id, id, name, type, bytes, content, preview, stored_at)
            values (:district, :order, :id, :name, :type, :bytes, :content, :preview, :now)
            on conflict (district_id, order_id, id) do update set stored_at = excluded.stored_at
            """;
    private static final String RENEW = """
            update order_attachment
            set stored_at = :now
            where district_id = :district and order_id = :order and id in (:ids)
            returning id
            """;
    private static final String LIST = """
            select id, name, type, bytes, preview is not null as previewed
            from order_attachment
            where district_id = :district and order_id = :order
            order by stored_at, id
            """;
    private static final String CONTENT = """
            select name, type, case when :preview then preview else content end as content
            from order_attachment
            where district_id = :district and order_id = :order and id = :id and (not :preview or preview is not null)
            """;

    /**
     * An attachment of an order, without its content.
     *
     * @param type its media type
     * @param bytes its size in bytes
     * @param previewed true when it has a preview
     */
    public record Filed(String id, String name, String type, long bytes, boolean previewed) {}

    /** The content of an attachment or of its preview. */
    public record Content(String name, String type, Resource bytes) {}

    private final JdbcClient jdbc;
    private final Directories directories;
    private final Clock clock;

    Attachments(JdbcClient jdbc, Directories directories, Clock clock) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * Stores the files of a form field.
     *
     * @param faults receives the reasons why files are refused; a refused file is not stored
     * @return the ids of the stored files
     */
    public List<String> store(long order, String field, List<MultipartFile> files, List<Reason> faults) {
        var uploaded = files.stream().filter(file -> !file.isEmpty()).toList();
        if (uploaded.size() > MOST_FILES) {
            faults.add(fault(field, "reason.too-many-files", MOST_FILES));
            return List.of();
        }
        var ids = new ArrayList<String>();
        for (var file : uploaded) {
            try {
                if (file.getSize() > MAX_BYTES) {
                    faults.add(fault(field, TOO_LARGE, name(file), MAX_BYTES / 1024 / 1024));
                } else {
                    store(order, field, name(file), file.getBytes(), faults).ifPresent(ids::add);
                }
            } catch (IOException unreadable) {
                faults.add(fault(field, "reason.file-unreadable", name(file)));
            }
        }
        return ids;
    }

    private Optional<String> store(long order, String field, String name, byte[] content, List<Reason> faults) {
        var accepted = AttachmentTypes.of(content, name);
        if (accepted.isEmpty()) {
            faults.add(fault(field, "reason.file-type", name));
            return Optional.empty();
        }
        var type = accepted.get();
        var id = sha256(content);
        jdbc.sql(STORE)
                .param("district", directories.district())
                .param("order", order)
                .param("id", id)
                .param("name", withExtension(name, AttachmentTypes.extension(type)))
                .param("type", type)
                .param("bytes", content.length)
                .param("content", content)
                .param("preview", PreviewImage.of(type, content))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return Optional.of(id);
    }

    /**
     * Keeps attachments one day longer that were stored when a form was submitted before; see {@link UnusedAttachments}.
     *
     * @return the ids of those that still exist
     */
    public List<String> keep(long order, List<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(RENEW)
                        .param("district", directories.district())
                        .param("order", order)
                        .param("ids", ids)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(String.class)
                        .list();
    }

    /** The attachments of an order, in the order in which they were stored. */
    public List<Filed> of(long order) {
        return jdbc.sql(LIST)
                .param("district", directories.district())
                .param("order", order)
                .query(Filed.class)
                .list();
    }

    /** The content of an attachment, or its preview; empty if there is none. */
    public Optional<Content> content(long order, String id, boolean preview) {
        return jdbc.sql(CONTENT)
                .param("district", directories.district())
                .param("order", order)
                .param("id", id)
                .param("preview", preview)
                .query((row, number) -> new Content(
                        row.getString("name"),
                        preview ? "image/jpeg" : row.getString("type"),
                        new ByteArrayResource(row.getBytes("content"))))
                .optional();
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String name(MultipartFile file) {
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        var plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\"<>|:*?]", "");
        return plain.isBlank() ? "file" : plain.substring(Math.max(0, plain.length() - 120));
    }

    private static String withExtension(String name, String extension) {
        int dot = name.lastIndexOf('.');
        return name.toLowerCase(java.util.Locale.ROOT).endsWith(extension)
                        || extension.equals(".jpg") && name.endsWith(".jpeg")
                ? name
                : (dot > 0 ? name.substring(0, dot) : name) + extension;
    }

    private static Reason fault(String field, String key, Object... args) {
        return new Reason(key, List.of(args), Optional.of(field));
    }
}

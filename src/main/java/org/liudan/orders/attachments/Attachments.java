package org.liudan.orders.attachments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Reason;
import org.liudan.organisation.Directories;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Photos and documents of orders, kept in the database under the SHA-256 of their content. */
@Component
public class Attachments {

    /** Why a file is refused that is larger than files may be. */
    public static final String TOO_LARGE = "reason.file-too-large";

    private static final long MAX_BYTES = 20L * 1024 * 1024;
    public static final int MOST_FILES = 9;
    private static final long MAX_PIXELS = 60_000_000;
    private static final int PREVIEW = 480;
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

    /** A file of an order, without its content. */
    public record Filed(String id, String name, String type, long bytes, boolean previewed) {}

    /** A file to hand out. */
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
     * Stores what was sent in a form field.
     *
     * @param faults takes what is wrong with a file; such a file is not stored
     * @return the ids of the stored files
     */
    public List<String> store(long order, String field, List<MultipartFile> sent, List<Reason> faults) {
        var real = sent.stream().filter(file -> !file.isEmpty()).toList();
        if (real.size() > MOST_FILES) {
            faults.add(fault(field, "reason.too-many-files", MOST_FILES));
            return List.of();
        }
        var ids = new ArrayList<String>();
        for (var file : real) {
            try {
                if (file.getSize() > MAX_BYTES) {
                    faults.add(fault(field, TOO_LARGE, name(file), MAX_BYTES / 1024 / 1024));
                } else {
                    store(order, field, name(file), file.getBytes(), faults).ifPresent(ids::add);
                }
            } catch (IOException broken) {
                faults.add(fault(field, "reason.file-unreadable", name(file)));
            }
        }
        return ids;
    }

    private Optional<String> store(long order, String field, String name, byte[] content, List<Reason> faults) {
        var taken = AttachmentTypes.of(content, name);
        if (taken.isEmpty()) {
            faults.add(fault(field, "reason.file-type", name));
            return Optional.empty();
        }
        var type = taken.get();
        var id = sha256(content);
        jdbc.sql(STORE)
                .param("district", directories.district())
                .param("order", order)
                .param("id", id)
                .param("name", withEnding(name, AttachmentTypes.extension(type)))
                .param("type", type)
                .param("bytes", content.length)
                .param("content", content)
                .param("preview", preview(type, content))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return Optional.of(id);
    }

    /**
     * Files that were stored when a form was sent before, and now wait a day more.
     *
     * @return those that are still there
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

    public List<Filed> of(long order) {
        return jdbc.sql(LIST)
                .param("district", directories.district())
                .param("order", order)
                .query(Filed.class)
                .list();
    }

    /** A file's content, or its preview; empty if there is none. */
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

    /** A small picture of a photo; none for what can't be drawn or claims to be enormous. */
    private static byte @Nullable [] preview(String type, byte[] content) {
        if (!type.startsWith("image/")) {
            return null;
        }
        try (InputStream in = new ByteArrayInputStream(content);
                var image = ImageIO.createImageInputStream(in)) {
            var readers = ImageIO.getImageReaders(image);
            if (!readers.hasNext()) {
                return null;
            }
            var reader = readers.next();
            reader.setInput(image, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MAX_PIXELS) {
                return null;
            }
            var parameters = reader.getDefaultReadParam();
            int every = Math.max(1, Math.min(reader.getWidth(0), reader.getHeight(0)) / PREVIEW);
            parameters.setSourceSubsampling(every, every, 0, 0);
            var read = reader.read(0, parameters);
            var small = new java.awt.image.BufferedImage(
                    read.getWidth(), read.getHeight(), java.awt.image.BufferedImage.TYPE_INT_RGB);
            small.createGraphics().drawImage(read, 0, 0, java.awt.Color.WHITE, null);
            var out = new ByteArrayOutputStream();
            ImageIO.write(small, "jpeg", out);
            return out.toByteArray();
        } catch (IOException | RuntimeException notDrawable) {
            return null;
        }
    }

    private static String name(MultipartFile file) {
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        var plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\"<>|:*?]", "");
        return plain.isBlank() ? "file" : plain.substring(Math.max(0, plain.length() - 120));
    }

    private static String withEnding(String name, String ending) {
        int dot = name.lastIndexOf('.');
        return name.toLowerCase(java.util.Locale.ROOT).endsWith(ending)
                        || ending.equals(".jpg") && name.endsWith(".jpeg")
                ? name
                : (dot > 0 ? name.substring(0, dot) : name) + ending;
    }

    private static Reason fault(String field, String key, Object... args) {
        return new Reason(key, List.of(args), Optional.of(field));
    }
}

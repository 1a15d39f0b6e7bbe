package org.liudan.orders.attachments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.tika.Tika;

/** Which files are taken: photos and documents that are what they say, and hide no page. */
final class AttachmentTypes {

    /** What is taken, and the ending it is given back with. */
    private static final Map<String, String> ACCEPTED = Map.of(
            "image/jpeg", ".jpg",
            "image/png", ".png",
            "image/gif", ".gif",
            "image/webp", ".webp",
            "image/heic", ".heic",
            "application/pdf", ".pdf",
            "application/msword", ".doc",
            "application/vnd.ms-excel", ".xls",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
    /** What office documents look like from inside; their name tells which they are. */
    private static final Set<String> CONTAINERS =
            Set.of("application/x-tika-msoffice", "application/x-tika-ooxml", "application/zip");

    private static final Set<String> DECODED = Set.of("image/jpeg", "image/png", "image/gif");
    private static final Pattern HTML =
            Pattern.compile("(?i)<script[\\s>/]|<html[\\s>]|<!doctype\\s+html|<iframe[\\s>]");
    private static final Tika TIKA = new Tika();

    private AttachmentTypes() {}

    /** The type of a file that is taken. */
    static Optional<String> of(byte[] content, String name) {
        var type = TIKA.detect(content, name);
        var inside = TIKA.detect(content);
        return ACCEPTED.containsKey(type)
                        && (inside.equals(type) || !type.startsWith("image/") && CONTAINERS.contains(inside))
                        && (!type.startsWith("image/") || !containsHtml(content))
                        && (!DECODED.contains(type) || canBeDecoded(content))
                ? Optional.of(type)
                : Optional.empty();
    }

    static String extension(String type) {
        return ACCEPTED.getOrDefault(type, "");
    }

    private static boolean containsHtml(byte[] content) {
        return HTML.matcher(new String(content, StandardCharsets.ISO_8859_1)).find();
    }

    /** True when it has the inner form of a picture, not only its first bytes. */
    private static boolean canBeDecoded(byte[] content) {
        try (var image = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(image);
            if (!readers.hasNext()) {
                return false;
            }
            var reader = readers.next();
            reader.setInput(image, true, true);
            return reader.getWidth(0) > 0 && reader.getHeight(0) > 0;
        } catch (IOException | RuntimeException noPicture) {
            return false;
        }
    }
}

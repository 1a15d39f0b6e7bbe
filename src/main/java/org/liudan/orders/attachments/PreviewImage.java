package org.liudan.orders.attachments;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Makes small previews of photos. */
final class PreviewImage {

    private static final long MAX_PIXELS = 60_000_000;
    /** The shorter side of a preview has at least this many pixels, and less than twice as many. */
    private static final int SHORTER_SIDE = 480;

    private PreviewImage() {}

    /** The preview of a photo as JPEG; null for a file that can't be decoded or claims more than 60 million pixels. */
    static byte @Nullable [] of(String type, byte[] content) {
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
            int every = Math.max(1, Math.min(reader.getWidth(0), reader.getHeight(0)) / SHORTER_SIDE);
            parameters.setSourceSubsampling(every, every, 0, 0);
            var sampled = reader.read(0, parameters);
            var preview = new BufferedImage(sampled.getWidth(), sampled.getHeight(), BufferedImage.TYPE_INT_RGB);
            preview.createGraphics().drawImage(sampled, 0, 0, Color.WHITE, null);
            var out = new ByteArrayOutputStream();
            ImageIO.write(preview, "jpeg", out);
            return out.toByteArray();
        } catch (IOException | RuntimeException notAnImage) {
            return null;
        }
    }
}

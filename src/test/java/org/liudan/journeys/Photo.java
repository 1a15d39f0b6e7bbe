package org.liudan.journeys;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A photo as from a phone. */
final class Photo {

    private Photo() {}

    /** Draws a new photo with this name; no two photos are equal. */
    static FilePayload named(String name) {
        var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(name.hashCode() & 0x7f7f7f));
        pen.fillRect(0, 0, 640, 480);
        pen.setColor(Color.YELLOW);
        pen.fillOval(250, 60, 140, 140);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new FilePayload(name, "image/jpeg", bytes.toByteArray());
    }
}

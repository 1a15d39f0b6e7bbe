package org.liudan.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A drawn street scene in place of a photo: a JPEG and its preview. */
final class Picture {

    static final String TYPE = "image/jpeg";

    private static final int WIDTH = 480;
    private static final int HEIGHT = 360;

    private final byte[] content;
    private final byte[] preview;

    private Picture(int variant) {
        this.content = jpeg(scene(variant, 1));
        this.preview = jpeg(scene(variant, 3));
    }

    static List<Picture> variants(int count) {
        return IntStream.range(0, count).mapToObj(Picture::new).toList();
    }

    /** Returns the SHA-256 of the content in hexadecimal. */
    String id() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] content() {
        return content;
    }

    byte[] preview() {
        return preview;
    }

    private static BufferedImage scene(int variant, int smaller) {
        var image = new BufferedImage(WIDTH / smaller, HEIGHT / smaller, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.scale(1.0 / smaller, 1.0 / smaller);
        paint(canvas, new Random(variant));
        canvas.dispose();
        return image;
    }

    private static void paint(Graphics2D canvas, Random random) {
        int ground = 180 + random.nextInt(60);
        float hue = 0.52f + random.nextFloat() * 0.12f;
        canvas.setPaint(new GradientPaint(
                0, 0, Color.getHSBColor(hue, 0.45f, 0.85f), 0, ground, Color.getHSBColor(hue, 0.1f, 0.97f)));
        canvas.fillRect(0, 0, WIDTH, ground);
        for (int x = -20; x < WIDTH; ) {
            int width = 50 + random.nextInt(70);
            int height = 50 + random.nextInt(120);
            canvas.setColor(
                    Color.getHSBColor(0.05f + random.nextFloat() * 0.08f, 0.25f, 0.55f + random.nextFloat() * 0.3f));
            canvas.fillRect(x, ground - height, width, height);
            canvas.setColor(new Color(255, 255, 240, 120));
            for (int window = 0; window < 6; window++) {
                canvas.fillRect(x + 8 + window % 2 * 22, ground - height + 10 + window / 2 * 24, 12, 14);
            }
            x += width + 4 + random.nextInt(18);
        }
        canvas.setColor(Color.getHSBColor(0.28f, 0.3f, 0.5f));
        canvas.fillRect(0, ground, WIDTH, 18);
        canvas.setColor(new Color(110, 110, 114));
        canvas.fillPolygon(
                new int[] {WIDTH / 2 - 60, WIDTH / 2 + 60, WIDTH + 60, -60},
                new int[] {ground + 18, ground + 18, HEIGHT, HEIGHT},
                4);
        canvas.setColor(new Color(235, 232, 220));
        for (int y = ground + 30, step = 12; y < HEIGHT; y += step * 2, step += 5) {
            canvas.fillRect(WIDTH / 2 - step / 4, y, step / 2, step);
        }
        canvas.setColor(Color.getHSBColor(random.nextFloat(), 0.6f, 0.75f));
        canvas.fillOval(60 + random.nextInt(340), ground + 40 + random.nextInt(70), 40 + random.nextInt(50), 24);
    }

    private static byte[] jpeg(BufferedImage image) {
        try (var bytes = new ByteArrayOutputStream()) {
            if (!ImageIO.write(image, "jpeg", bytes)) {
                throw new IllegalStateException("This Java can't write JPEG");
            }
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

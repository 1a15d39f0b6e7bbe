package org.liudan.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Sends HTTP requests as raw bytes, so that they can be malformed. */
public record Wire(int port) {

    /** In milliseconds. */
    private static final int TIMEOUT = 60_000;

    private static final int MAX_BYTES = 3_000_000;

    /**
     * A response.
     *
     * @param status 0 if the connection was closed without a response
     */
    public record Answer(int status, String head, String body) {

        public boolean is(String type) {
            return head.toLowerCase(Locale.ROOT).contains("\r\ncontent-type: " + type);
        }

        public String start() {
            return body.substring(0, Math.min(body.length(), 300)).replaceAll("\\s+", " ");
        }
    }

    /**
     * Sends a request and reads the response.
     *
     * @param cut true when only half of the body is sent
     */
    public Answer send(byte[] head, byte[] body, boolean cut) throws IOException {
        try (var socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            try {
                var out = socket.getOutputStream();
                out.write(head);
                out.write(body, 0, cut ? body.length / 2 : body.length);
                out.flush();
                if (cut) {
                    socket.shutdownOutput();
                }
            } catch (IOException closedEarly) {
                // the server may respond before the end of the request; the response is read below
            }
            return read(socket);
        }
    }

    private static Answer read(Socket socket) {
        var read = new ByteArrayOutputStream();
        try {
            var in = socket.getInputStream();
            var buffer = new byte[1 << 14];
            for (int count = in.read(buffer); count >= 0 && read.size() < MAX_BYTES; count = in.read(buffer)) {
                read.write(buffer, 0, count);
                if (new String(buffer, 0, Math.min(count, 1000), StandardCharsets.ISO_8859_1)
                        .contains("text/event-stream")) {
                    break;
                }
            }
        } catch (IOException closed) {
            // the bytes received so far are the response
        }
        return parsed(read.toByteArray());
    }

    private static Answer parsed(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 || !text.startsWith("HTTP/1.1 ")) {
            return new Answer(0, "", text);
        }
        var body = Arrays.copyOfRange(bytes, end + 4, bytes.length);
        return new Answer(
                Integer.parseInt(text.substring(9, 12)),
                text.substring(0, end + 2),
                new String(body, StandardCharsets.UTF_8));
    }
}

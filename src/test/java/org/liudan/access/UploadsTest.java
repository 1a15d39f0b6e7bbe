package org.liudan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.liudan.orders.attachments.UnusedAttachments;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@AccessDistrict
class UploadsTest {

    private static final String PAGE = "<!DOCTYPE html><html><script>alert(1)</script></html>";
    private static final String PICTURE = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    UnusedAttachments unused;

    @Autowired
    SettableClock clock;

    static Stream<Arguments> refusedFiles() {
        var program = new byte[512];
        program[0] = 'M';
        program[1] = 'Z';
        return Stream.of(
                Arguments.of("a page after the first bytes of a PNG", "灯.png", concat(first(8), bytes(PAGE))),
                Arguments.of("a page behind a whole PNG", "灯.png", concat(RaisedOrders.png(), bytes(PAGE))),
                Arguments.of("the first bytes of a PNG and nothing", "灯.png", first(8)),
                Arguments.of("a program", "setup.exe", program),
                Arguments.of("a program called a photo", "灯.jpg", program),
                Arguments.of("a drawing that can run", "图.svg", bytes(PICTURE)),
                Arguments.of("such a drawing called a photo", "图.png", bytes(PICTURE)),
                Arguments.of("a page", "页.html", bytes(PAGE)),
                Arguments.of("a page called a photo", "页.jpg", bytes(PAGE)),
                Arguments.of("a page called a document", "页.pdf", bytes(PAGE)),
                Arguments.of("a page called an old document", "页.doc", bytes(PAGE)),
                Arguments.of("noise called a photo", "灯.jpg", new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9}),
                Arguments.of("text called a photo", "灯.jpg", bytes("你好")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedFiles")
    void a_file_that_is_no_photo_or_document_is_refused_and_not_stored(String what, String name, byte[] content) {
        var before = files();
        var answer = raise(name, content);
        assertThat(answer.status()).as(what).isEqualTo(422);
        assertThat(answer.body()).contains("文件“" + name + "”的类型不支持。请上传照片、PDF、Word 或 Excel。");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void photos_and_documents_are_stored_and_served_so_that_nothing_in_them_runs() {
        var before = files();
        assertThat(raise("灯.png", RaisedOrders.png()).status()).isEqualTo(302);
        var answer = raise("说明.pdf", bytes("%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n"));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(files()).isEqualTo(before + 2);
        var page = new Browser(port).get(answer.location().replaceFirst("^http://localhost:" + port, ""));
        var file = "/track/" + RaisedOrders.between(page.body(), "href=\"/track/", "\"");
        var served = new Browser(port).get(file);
        assertThat(served.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(served.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(served.headers().allValues("Content-Security-Policy"))
                .anyMatch(policy -> policy.contains("sandbox"));
    }

    /** Every browser treats a photo that is also a page or an archive as a photo. */
    @Test
    void a_photo_that_is_also_something_else_is_served_only_as_a_photo() throws IOException {
        var archive = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("x.js"));
            zip.write(bytes("alert(1)"));
        }
        var comment = bytes("*/=1;" + PAGE + "<script>alert(1)</script>/*");
        var marker = new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (comment.length + 2)};
        var start = Arrays.copyOf(jpeg(), 2);
        var rest = Arrays.copyOfRange(jpeg(), 2, jpeg().length);
        assertThat(raise("灯.jpg", concat(start, marker, comment, rest)).status())
                .as("a page in the comment of a photo")
                .isEqualTo(422);
        var answer = raise("灯.jpg", concat(jpeg(), archive.toByteArray()));
        assertThat(answer.status()).as("an archive behind a photo").isEqualTo(302);
        var page = new Browser(port).get(answer.location().replaceFirst("^http://localhost:" + port, ""));
        var file = "/track/"
                + RaisedOrders.between(page.body(), "src=\"/track/", "\"").replaceFirst("\\?.*", "");
        for (var address : List.of(file, file + "?preview=true")) {
            var served = new Browser(port).get(address);
            assertThat(served.headers().firstValue("Content-Type")).contains("image/jpeg");
            assertThat(served.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(served.headers().allValues("Content-Security-Policy"))
                    .anyMatch(policy -> policy.contains("sandbox"));
        }
        var preview = new Browser(port).get(file + "?preview=true");
        assertThat(preview.raw()).doesNotContain("<script>", "x.js");
    }

    @Test
    void a_refused_form_names_its_files_and_keeps_them_for_the_next_attempt() {
        var browser = new Browser(port);
        var refused = browser.upload("/raise", "路灯.png", RaisedOrders.png(), "content", "灯不亮");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("已收到 1 个文件", "路灯.png</label>");
        var accepted = sendAgain(browser, refused);
        assertThat(accepted.status()).isEqualTo(302);
        assertThat(browser.get(accepted.location().replaceFirst("^http://[^/]+", ""))
                        .body())
                .contains("alt=\"路灯.png\"");
    }

    @Test
    void unused_files_are_deleted_after_a_day_and_the_form_says_so_but_files_of_orders_stay() {
        clock.pass(Duration.ofDays(2));
        unused.clear();
        assertThat(raise("用过.png", RaisedOrders.png()).status()).isEqualTo(302);
        var browser = new Browser(port);
        var refused = browser.upload("/raise", "没用.png", RaisedOrders.png(), "content", "灯不亮");
        var before = files();
        clock.pass(Duration.ofHours(23));
        assertThat(unused.clear()).isZero();
        clock.pass(Duration.ofHours(2));
        assertThat(unused.clear()).isEqualTo(1);
        assertThat(files()).isEqualTo(before - 1);
        var expired = sendAgain(browser, refused);
        assertThat(expired.status()).isEqualTo(422);
        assertThat(expired.body()).contains("之前上传的文件已过期（只保留一天），请重新选择。", ">灯不亮</textarea>");
        // other tests in this district rely on the date
        clock.pass(Duration.ofHours(-48 - 25));
    }

    @Test
    void a_file_that_is_too_large_is_refused_and_the_form_keeps_the_text() {
        var answer = raise("视频.jpg", new byte[21 * 1024 * 1024]);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("文件“视频.jpg”太大，每个不超过 20 MB。", ">灯不亮</textarea>");
    }

    /** Sends a refused form again, with the file it still has. */
    private static Browser.Answer sendAgain(Browser browser, Browser.Answer refused) {
        return browser.post(
                "/raise",
                "draft",
                RaisedOrders.between(refused.body(), "name=\"draft\" value=\"", "\""),
                "files",
                RaisedOrders.between(refused.body(), "name=\"files\" value=\"", "\""),
                "content",
                "灯不亮",
                "region",
                District.COMMUNITY);
    }

    private Browser.Answer raise(String name, byte[] content) {
        return new Browser(port).upload("/raise", name, content, "content", "灯不亮", "region", District.COMMUNITY);
    }

    private long files() {
        return jdbc.sql("select count(*) from order_attachment")
                .query(Long.class)
                .single();
    }

    private static byte[] jpeg() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }

    private static byte[] first(int length) {
        return Arrays.copyOf(RaisedOrders.png(), length);
    }

    private static byte[] concat(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Stream.of(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package org.liudan.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.liudan.testing.ApiLife;
import org.liudan.testing.Browser;

/** A disk fills up while programs work, and is emptied again. Skipped where nothing can be mounted. */
class FullFaults {

    private static final String CHINESE = "存储空间已满，暂时不能保存";
    private static final String ENGLISH = "No room left, nothing can be saved";
    private static final int SIZE = 500;
    private static final int LEAST = 64;
    private static final int PHOTO = 6 << 20;

    @Test
    void before_the_disk_of_the_data_is_full_nothing_is_taken_in_and_everything_is_read() throws Exception {
        onDisk(SIZE, disk -> {
            var data = new Data(disk.folder().resolve("data"), Data.fresh().log());
            int port = ProgramProcess.freePort();
            var program = ProgramProcess.start(port, data.log(), data.option(), "--liudan.room=" + LEAST)
                    .serving();
            try {
                var tokens = ApiLife.tokens(port);
                var ask = new Ask(port, tokens.get(ApiLife.CLERK));
                var crowd = new Crowd(tokens, List.of(port)).work(8);
                crowd.untilMore();

                disk.fillUpTo(LEAST / 2);
                TimeUnit.SECONDS.sleep(2);
                ask.refusedClearly(CHINESE, ENGLISH);
                ask.staticPagesGoOn();
                assertThat(program.status("/track")).isEqualTo(200);
                assertThat(ask.get("/api/v1/orders", "zh").statusCode()).isEqualTo(200);
                assertThat(new Browser(port).as("street").get("/desk").status()).isEqualTo(200);

                disk.empty();
                crowd.untilMore();
                System.out.printf("almost full, then emptied: %s%n", crowd.told());
                // nobody guards it now: the database itself finds no room
                program.stop();
                program = ProgramProcess.start(port, data.log(), data.option(), "--liudan.room=0");
                crowd.untilMore();
                disk.fillUpTo(0);
                TimeUnit.SECONDS.sleep(20);
                long before = crowd.acknowledged();
                TimeUnit.SECONDS.sleep(5);
                System.out.printf(
                        "full to the last byte: %s, of them %d in the last 5 s%n",
                        crowd.told(), crowd.acknowledged() - before);
                ask.staticPagesGoOn();
                int status = ask.raise("zh").statusCode();
                assertThat(status).isIn(201, 503);
                disk.empty();
                crowd.untilMore();
                System.out.printf("emptied: %s%n", crowd.told());

                var lives = crowd.finished();
                assertThat(crowd.wrong()).isEmpty();
                var found = Aftermath.on(data.url(), data.password()).of(lives);
                System.out.println(found);
                assertThat(found).startsWith(Aftermath.SOUND);
            } finally {
                program.stop();
            }
            assertThat(ProgramProcess.command(data.log(), "verify", data.option()))
                    .isZero();
        });
    }

    @Test
    void a_photo_that_finds_no_room_on_its_way_is_refused_clearly() throws Exception {
        onDisk(16, disk -> {
            var data = Data.fresh();
            int port = ProgramProcess.freePort();
            var program = ProgramProcess.start(
                            port, data.log(), data.option(), "--spring.servlet.multipart.location=" + disk.folder())
                    .serving();
            try {
                disk.fillUpTo(1);
                var refused = photo(port);
                assertThat(refused.status()).as(refused.body()).isEqualTo(503);
                assertThat(refused.body()).contains(CHINESE);
                assertThat(program.status("/track")).isEqualTo(200);

                disk.empty();
                assertThat(photo(port).status()).isEqualTo(302);
                assertThat(disk.folder()).as("nothing is left lying").isEmptyDirectory();
            } finally {
                program.stop();
            }
        });
    }

    private static Browser.Answer photo(int port) {
        var photo = new byte[PHOTO];
        var head = new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0};
        System.arraycopy(head, 0, photo, 0, head.length);
        return new Browser(port)
                .uploadAs("files", "/raise", "photo.jpg", photo, "content", "楼下路灯坏了三天", "region", "431271001001");
    }

    private interface Trial {
        void on(Disk disk) throws Exception;
    }

    private static void onDisk(int megabytes, Trial trial) throws Exception {
        var folder = Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "liudan-disk-");
        var disk = Disk.mount(folder, megabytes);
        assumeTrue(disk != null, "A small disk can't be mounted here (that needs root on Linux); not tried");
        try (disk) {
            trial.on(disk);
        }
    }
}

package org.liudan.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.People.RESIDENT;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liudan.Liudan;
import org.liudan.database.DataFolder;
import org.liudan.database.EmbeddedDatabase;
import org.liudan.engine.decision.Attempt;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.desk.Outcome;
import org.liudan.privacy.Seals;
import org.liudan.testing.District;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Filled;
import org.liudan.testing.Lifecycles;
import org.liudan.testing.Play;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.TestPropertySource;

@DistrictTest
@TestPropertySource(properties = "liudan.database-of=backups")
class BackupTest {

    private static final int WRITERS = 3;

    @Autowired
    OrderDesk desk;

    @Autowired
    Play play;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataFolder data;

    @Autowired
    Seals seals;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Commands commands =
            new Commands(Liudan.class, new PrintStream(printed, true, StandardCharsets.UTF_8));

    @BeforeEach
    void monday() {
        clock.set("2026-11-16T09:00");
    }

    @Test
    void a_backup_during_writes_restores_everything_that_was_acknowledged_before_it() throws Exception {
        createOrderWithPhoto();
        play.raises(
                "fishermen",
                Play.officer(District.COMMUNITY + ".clerk"),
                "enter",
                Filled.household("B-1", District.COMMUNITY));
        createRunningImport();
        createWebhook();
        jdbc.sql("insert into spring_session values ('a', 'b', 0, 0, 0, 0, 'somebody')")
                .update();
        var file = folder.resolve("backup.liudan");
        var before = backedUpWhileOthersWrite(file);
        assertThat(output()).contains("已备份到 " + file, "Note: personal.secret is not in it");
        assertThat(before).hasSizeGreaterThan(WRITERS);

        var restored = folder.resolve("restored");
        Files.createDirectories(restored);
        Files.copy(data.path().resolve("personal.secret"), restored.resolve("personal.secret"));
        assertThat(commands.run("restore", file.toString(), "--liudan.data=" + restored))
                .as(output())
                .isZero();
        assertThat(output()).contains("已恢复 怀化市洪江管理区", "Restored 怀化市洪江管理区", "Webhooks are paused", "Differences: 0");
        try (var database = EmbeddedDatabase.open(new DataFolder(restored), false)) {
            var restoredJdbc = jdbc(database);
            assertThat(restoredJdbc
                            .sql("select request from order_event where request is not null")
                            .query(String.class)
                            .list())
                    .containsAll(before);
            assertThat(query(
                            restoredJdbc,
                            "select encode(sha256(content), 'hex') from order_attachment where type = 'image/jpeg'"))
                    .isEqualTo(query(jdbc, "select id from order_attachment where type = 'image/jpeg'"));
            assertThat(query(
                            restoredJdbc,
                            "select seen.body from (select state as body from orders where title = '照片') seen"))
                    .isEqualTo(query(jdbc, "select state from orders where title = '照片'"));
            for (var unchanged : List.of(
                    "person",
                    "person_post",
                    "region",
                    "region_shape",
                    "unit",
                    "duty",
                    "calendar_day",
                    "method_version",
                    "import_file_part",
                    "import_row",
                    "subject",
                    "subject_snapshot")) {
                var sql = "select md5(coalesce(string_agg(row::text, '|' order by row::text collate \"C\"), '')) from "
                        + unchanged + " row";
                assertThat(query(restoredJdbc, sql)).as(unchanged).isEqualTo(query(jdbc, sql));
            }
            assertThat(query(restoredJdbc, "select count(*) from spring_session"))
                    .isEqualTo("0");
            assertThat(query(restoredJdbc, "select count(*) from import where state = 'running'"))
                    .isEqualTo("1");
            assertThat(query(restoredJdbc, "select count(*) from job_lease")).isEqualTo("0");
            assertThat(query(restoredJdbc, "select count(*) from webhook where paused_at is null"))
                    .isEqualTo("0");
            assertThat(query(restoredJdbc, "select nextval('order_id') > max(id) from orders"))
                    .isEqualTo("t");
            assertThat(query(restoredJdbc, "select nextval('import_id_seq') > max(id) from import"))
                    .isEqualTo("t");
        }

        assertThat(commands.run("restore", file.toString(), "--liudan.data=" + restored))
                .isEqualTo(1);
        assertThat(output()).contains("数据库不是空的", "The database is not empty");
        assertThat(commands.run("restore", file.toString(), "--liudan.data=" + data.path()))
                .as("a folder in use")
                .isEqualTo(1);
    }

    @Test
    void a_backup_without_its_secret_is_refused_unless_the_secret_is_given() throws Exception {
        var file = folder.resolve("without.liudan");
        var running = "--liudan.data=" + data.path();
        assertThat(commands.run("backup", file.toString(), running))
                .as(output())
                .isZero();
        var empty = folder.resolve("empty");
        assertThat(commands.run("restore", file.toString(), "--liudan.data=" + empty))
                .isEqualTo(1);
        assertThat(output()).contains("这份备份里没有 personal.secret", "does not hold personal.secret");
        var wrong = "--liudan.personal-secret=" + "ab".repeat(32);
        assertThat(commands.run("restore", file.toString(), "--liudan.data=" + empty, wrong))
                .isEqualTo(1);
        assertThat(output()).contains("is not the one that this backup was sealed with");

        assertThat(commands.run("backup", file.toString(), running)).isEqualTo(1);
        assertThat(output()).contains("is there already and is not overwritten");
        var whole = folder.resolve("whole.liudan");
        assertThat(commands.run("backup", whole.toString(), running, "--liudan.backup.secret=true"))
                .isZero();
        assertThat(output()).contains("Whoever has this file can read all personal data");
        assertThat(commands.run("restore", whole.toString(), "--liudan.data=" + empty))
                .as(output())
                .isZero();
        assertThat(new Seals(new DataFolder(empty).secret("personal")).open(seals.seal("陈女士")))
                .isEqualTo("陈女士");
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("without.liudan", "whole.liudan", "empty");
        }
    }

    @Test
    void a_damaged_file_is_refused_before_anything_is_written() throws IOException {
        var file = folder.resolve("sound.liudan");
        assertThat(commands.run(
                        "backup", file.toString(), "--liudan.data=" + data.path(), "--liudan.backup.secret=true"))
                .as(output())
                .isZero();
        var sound = Files.readAllBytes(file);
        var fresh = folder.resolve("fresh");
        for (int part = 1; part < 40; part++) {
            int at = inContent(sound, (int) ((long) sound.length * part / 40));
            var damaged = sound.clone();
            damaged[at] ^= 0x10;
            refused(damaged, fresh);
        }
        for (int length : new int[] {0, 1, 1000, sound.length / 2, sound.length - 1}) {
            refused(java.util.Arrays.copyOf(sound, length), fresh);
        }
        refused("not a backup".getBytes(StandardCharsets.UTF_8), fresh);
        assertThat(commands.run("restore", folder.resolve("none").toString(), "--liudan.data=" + fresh))
                .isEqualTo(1);
        assertThat(output()).contains("There is no such file");
        assertThat(fresh).doesNotExist();
    }

    @Test
    void a_backup_does_not_migrate_older_tables_but_a_restore_does() throws Exception {
        var older = new DataFolder(folder.resolve("older"));
        older.secret("personal");
        try (var database = EmbeddedDatabase.open(older, false)) {
            Flyway.configure().dataSource(source(database)).target("008").load().migrate();
            jdbc(database)
                    .sql("insert into district values (7, '洪江区', 'Hongjiang', now())")
                    .update();
        }
        var file = folder.resolve("older.liudan");
        assertThat(commands.run(
                        "backup", file.toString(), "--liudan.data=" + older.path(), "--liudan.backup.secret=true"))
                .as(output())
                .isZero();
        var version = "select max(version) from flyway_schema_history";
        try (var database = EmbeddedDatabase.open(older, false)) {
            assertThat(query(jdbc(database), version)).isEqualTo("008");
        }
        var restored = folder.resolve("restored");
        assertThat(commands.run("restore", file.toString(), "--liudan.data=" + restored))
                .as(output())
                .isZero();
        try (var database = EmbeddedDatabase.open(new DataFolder(restored), false)) {
            assertThat(query(jdbc(database), version)).isEqualTo(query(jdbc, version));
            assertThat(query(jdbc(database), "select district_id from district"))
                    .isEqualTo("7");
        }
    }

    /** Returns the requests that had been acknowledged when the backup began. */
    private List<String> backedUpWhileOthersWrite(Path file) throws Exception {
        var acknowledged = new ConcurrentLinkedQueue<String>();
        var finished = new AtomicBoolean();
        var writersStarted = new CountDownLatch(WRITERS * 4);
        var pool = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> writing = IntStream.range(0, WRITERS)
                    .<Future<?>>mapToObj(writer -> pool.submit(() -> {
                        for (int i = 0; !finished.get(); i++) {
                            var request = "writer-" + writer + "-" + i;
                            var outcome = desk.raise("six-orders", desk.nextId(), Lifecycles.RAISE, request);
                            assertThat(outcome).isInstanceOf(Outcome.Done.class);
                            acknowledged.add(request);
                            writersStarted.countDown();
                        }
                    }))
                    .toList();
            assertThat(writersStarted.await(60, TimeUnit.SECONDS)).isTrue();
            var before = List.copyOf(acknowledged);
            assertThat(commands.run("backup", file.toString(), "--liudan.data=" + data.path()))
                    .as(output())
                    .isZero();
            finished.set(true);
            for (var writer : writing) {
                writer.get();
            }
            assertThat(acknowledged).hasSizeGreaterThan(before.size());
            return before;
        } finally {
            finished.set(true);
            pool.shutdownNow();
        }
    }

    private void createOrderWithPhoto() {
        long id = desk.nextId();
        jdbc.sql("""
                insert into order_attachment (district_id, order_id, id, name, type, bytes, content, preview, stored_at)
                select district_id, :id, encode(sha256(photo), 'hex'), '灯.jpg', 'image/jpeg', length(photo), photo, '\\x00ff',
                    now()
                from district, (select decode(string_agg(md5(i::text), ''), 'hex') as photo from generate_series(1, 20000) i) made
                """).param("id", id).update();
        var photo = query(jdbc, "select id from order_attachment where order_id = " + id);
        Map<String, Object> answers = new TreeMap<>(Lifecycles.RAISE.answers());
        answers.put("title", "照片");
        answers.put("content", "换行\n制表\t反斜杠\\N 与“引号”");
        answers.put("files", photo);
        assertThat(desk.raise("six-orders", id, new Attempt("raise", RESIDENT, answers), "photo"))
                .isInstanceOf(Outcome.Done.class);
    }

    private void createRunningImport() {
        jdbc.sql("""
                with begun as (
                    insert into import (district_id, register, method_version, start, unit, post, account, note, created_at,
                        file_name, file_hash, file_bytes, state)
                    select district_id, 'fishermen', 1, 'enter', '431271001001', 'clerk', 'community', '', now(), '表.xlsx',
                        sha256('x'), 1, 'running'
                    from district
                    returning district_id, id
                ),
                leased as (
                    insert into job_lease (district_id, kind, key, holder, leased_until)
                    select district_id, 'import', id::text, gen_random_uuid(), now() + interval '1 year' from begun
                ),
                kept as (
                    insert into import_file_part select district_id, id, 1, '\\xdeadbeef' from begun
                )
                insert into import_row select district_id, id, 'running', 3, '["甲"]', '[]' from begun
                """).update();
    }

    private void createWebhook() {
        jdbc.sql("""
                with made as (
                    insert into program (district_id, name, unit, post, token, made_at, made_by, expires_on)
                    select district_id, '热线', '431271001001', 'clerk', sha256('t'), now(), 'security', now() from district
                    returning district_id, id
                )
                insert into webhook (district_id, program, url, secret, made_at, position, order_id, number)
                select district_id, id, 'https://example.org/', '', now(), 0, 0, 0 from made
                """).update();
    }

    /** The next position that is far from every ZIP header, because some bytes of a header (such as times) have no meaning. */
    private static int inContent(byte[] file, int from) {
        int clear = from;
        for (int i = from - 120; i < clear + 60; i++) {
            if (i >= 0 && file[i % file.length] == 'P' && file[(i + 1) % file.length] == 'K') {
                clear = i + 121;
            }
        }
        return clear % file.length;
    }

    private void refused(byte[] damaged, Path fresh) throws IOException {
        var file = folder.resolve("damaged.liudan");
        Files.write(file, damaged);
        printed.reset();
        assertThat(commands.run("restore", file.toString(), "--liudan.data=" + fresh))
                .as(output())
                .isEqualTo(1);
        assertThat(output()).contains("已损坏或不是备份", "is damaged or is none");
        assertThat(fresh).doesNotExist();
    }

    private static String query(JdbcClient jdbc, String sql) {
        return String.valueOf(
                jdbc.sql(sql).query((row, number) -> row.getString(1)).single());
    }

    private static JdbcClient jdbc(EmbeddedDatabase database) {
        return JdbcClient.create(source(database));
    }

    private static DriverManagerDataSource source(EmbeddedDatabase database) {
        return new DriverManagerDataSource(database.url(), "postgres", database.password());
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}

package org.liudan.imports;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.liudan.Liudan;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.order.Actor;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.desk.Outcome;
import org.liudan.orders.store.OrderNumber;
import org.liudan.orders.verification.Verification;
import org.liudan.organisation.Directories;
import org.liudan.organisation.Region;
import org.liudan.rulebook.Rulebook;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.liudan.testing.Play;
import org.liudan.testing.SettableClock;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs the program in its own process with little memory: it imports and exports a file of buildings, then measures lists
 * over a million subjects. Arguments: the data folder, the file, the number of subjects in the lists (0 for none).
 */
public final class ImportLoad {

    /** Copies the imported subjects, each with a new key, until there are enough. */
    private static final String MULTIPLY = """
            insert into subject
            select (jsonb_populate_record(s, jsonb_build_object('id', s.id + :by * 100000000, 'key', s.key || '-' || :by))).*
            from subject s
            where s.method = 'buildings' and s.id < 100000000
            order by s.id
            limit :most
            """;

    private final ConfigurableApplicationContext context;
    private final Path file;
    private double parsed;

    private ImportLoad(ConfigurableApplicationContext context, Path file) {
        this.context = context;
        this.file = file;
    }

    public static void main(String[] args) throws IOException {
        var context = SpringApplication.run(
                Liudan.class,
                "--liudan.data=" + args[0],
                "--server.port=0",
                "--liudan.demo=true",
                "--liudan.demo.orders=0",
                "--liudan.demo.messages=none",
                "--liudan.demo.password=" + District.PASSWORD,
                "--liudan.jobs.enabled=false",
                "--logging.level.org.liudan=warn");
        var load = new ImportLoad(context, Path.of(args[1]));
        load.importAndExport();
        if (Integer.parseInt(args[2]) > 0) {
            load.lists(Integer.parseInt(args[2]));
        }
        SpringApplication.exit(context);
        System.exit(0);
    }

    private void importAndExport() throws IOException {
        print(
                "| %s | seconds | times parsing |%n|---|---:|---:|",
                "heap of " + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
        parse();
        parsed = seconds(this::parse);
        row("parse only", parsed);
        Runtime.getRuntime().gc();
        var store = context.getBean(ImportStore.class);
        var imports = context.getBean(Imports.class);
        var register = context.getBean(Rulebook.class)
                .current(context.getBean(Directories.class).district(), "buildings");
        var form = new ImportForm(
                register, Objects.requireNonNull(register.actions().get("enter")));
        var by = new Actor.Officer("housing", "handler", "handler-housing");
        var id = new long[1];
        row("upload: looked through and kept", seconds(() -> {
            FileGuard.check(file);
            id[0] = store.create(form, by, "导入", "buildings.xlsx", file);
        }));
        row("preview", seconds(() -> imports.work(id[0])));
        print("%s", store.find(id[0]).orElseThrow().counts());
        store.confirm(id[0]);
        row("import", seconds(() -> imports.work(id[0])));
        print("%s", store.find(id[0]).orElseThrow().counts());
        var browser = browser();
        row(
                "export",
                seconds(() -> print(
                        "%d MB", browser.get("/registers/buildings.xlsx").raw().length() >> 20)));
        long again = store.create(form, by, "导入", "buildings.xlsx", file);
        row("preview of the same file again", seconds(() -> imports.work(again)));
        print("%s", store.find(again).orElseThrow().counts());
        print("hazards: %d", count("select count(*) from orders where method = 'hazard'"));
        campaign(browser);
        if (!Boolean.getBoolean("bench.unverified")) {
            var verified = context.getBean(Verification.class).verify();
            print("verified %d with %d events: %d differences", verified.orders(), verified.events(), verified.found());
        }
    }

    /** “全县累计排查200986栋房屋,整治702栋房屋”: surveyed by the import, then rectified one by one. */
    private void campaign(Browser browser) {
        var desk = context.getBean(OrderDesk.class);
        var housing = Play.handler("housing");
        var streets = context.getBean(Directories.class).current().streets().stream()
                .map(Region::code)
                .toList();
        var started = desk.raise(
                "campaign",
                desk.nextId(),
                new Attempt(
                        "begin",
                        housing,
                        Map.of(
                                "title",
                                "自建房百日攻坚",
                                "content",
                                "逐栋排查",
                                "area",
                                streets,
                                "from",
                                LocalDate.now(SettableClock.ZONE).toString(),
                                "share",
                                5)),
                "campaign");
        desk.deliver();
        var dangerous = context.getBean(JdbcClient.class)
                .sql("select id, street from orders where method = 'hazard' and closed is null")
                .query((row, number) -> Map.entry(row.getLong("id"), row.getString("street")))
                .list();
        row("rectified one by one: " + dangerous.size(), seconds(() -> {
            for (var hazard : dangerous) {
                var done = desk.perform(
                        hazard.getKey(),
                        new Attempt(
                                "dismiss",
                                Play.officer(hazard.getValue() + ".dispatcher"),
                                Map.of("reason", "已整体拆除重建")),
                        "dismiss-" + hazard.getKey());
                if (!(done instanceof Outcome.Done)) {
                    throw new AssertionError(done);
                }
            }
            desk.deliver();
        }));
        var order = ((Outcome.Done) started).order();
        var number = OrderNumber.of(order.id(), order.raisedAt(), SettableClock.ZONE);
        var body = new String[1];
        row(
                "progress page",
                seconds(() ->
                        body[0] = browser.get("/orders/" + number + "/survey").body()));
        print("progress: %s", sums(body[0]));
        row("entered twice", seconds(() -> browser.get("/orders/" + number + "/survey?alike=true")));
    }

    private static String sums(String page) {
        int from = page.indexOf("<dl class=\"sums\">");
        return page.substring(from, page.indexOf("</dl>", from))
                .replaceAll("<[^>]*>|\\s+", " ")
                .replaceAll(" +", " ");
    }

    private void lists(int most) {
        var jdbc = context.getBean(JdbcClient.class);
        long count = count("select count(*) from subject");
        for (int by = 1; count < most; by++) {
            jdbc.sql(MULTIPLY).param("by", by).param("most", most - count).update();
            count = count("select count(*) from subject");
        }
        jdbc.sql("vacuum analyze subject").update();
        print("%n| page over %d buildings | p50 ms | p99 ms |%n|---|---:|---:|", count);
        var list = "/registers/buildings";
        page("first page", list);
        page("hundredth page", list + "?after=" + encoded(key(5_000)));
        page("one community", list + "?region=" + District.COMMUNITY);
        page("dangerous ones", list + "?danger=d");
        page("a common grade", list + "?danger=a");
        page("two filters", list + "?use=mixed&rented=true");
        page("two characters, common", list + "?q=" + encoded("建国"));
        page("two characters, rare", list + "?q=" + encoded("粟海"));
        page("four characters", list + "?q=" + encoded("沿江路7"));
        page("one character", list + "?q=" + encoded("粟"));
        page("by key", list + "?q=FW0123456-3");
        page("overdue", list + "?tab=overdue");
        page("never visited", list + "?tab=never");
        page("left", list + "?tab=left");
        page("all registers", "/registers");
    }

    private String key(int place) {
        return context.getBean(JdbcClient.class)
                .sql(
                        "select key || '~' || id from subject where method = 'buildings' and closed is null order by key, id offset :place limit 1")
                .param("place", place)
                .query(String.class)
                .single();
    }

    private void page(String what, String address) {
        var browsers = new Browser[] {browser(), browser("handler-housing")};
        var line = new StringBuilder("| " + what);
        for (var browser : browsers) {
            for (int i = 0; i < 5; i++) {
                browser.get(address);
            }
            var times = new double[60];
            for (int i = 0; i < times.length; i++) {
                times[i] = seconds(() -> browser.get(address)) * 1_000;
            }
            Arrays.sort(times);
            line.append(String.format(Locale.ROOT, " | %.0f | %.0f", times[times.length / 2], times[times.length - 1]));
        }
        print("%s |", line);
    }

    private Browser browser() {
        return browser("inspector");
    }

    private Browser browser(String account) {
        return new Browser(Objects.requireNonNull(
                        context.getEnvironment().getProperty("local.server.port", Integer.class)))
                .as(account);
    }

    private void parse() {
        try (var book = new ReadableWorkbook(file.toFile());
                var rows = book.getFirstSheet().openStream()) {
            var length = rows.mapToLong(row -> row.stream()
                            .filter(Objects::nonNull)
                            .mapToLong(cell -> cell.getRawValue() == null ? 0 : 1)
                            .sum())
                    .sum();
            if (length == 0) {
                throw new AssertionError("Nothing was read");
            }
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private long count(String sql) {
        return context.getBean(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    /** A task whose time is measured. */
    private interface MeasuredTask {
        void run() throws IOException;
    }

    private static double seconds(MeasuredTask task) {
        long started = System.nanoTime();
        try {
            task.run();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        return (System.nanoTime() - started) / 1e9;
    }

    private void row(String what, double seconds) {
        print("| %s | %.1f | %.1f |", what, seconds, seconds / parsed);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static void print(String line, Object... args) {
        System.out.println(String.format(Locale.ROOT, line, args));
    }
}

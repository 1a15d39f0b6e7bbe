package org.liudan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.geo.Coordinates;
import org.liudan.geo.Shapes;
import org.liudan.orders.verification.Verification;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.Rulebook;
import org.liudan.settings.Calendars;
import org.liudan.testing.District;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Has its own context, because it checks all orders. */
@DistrictTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class DemonstrationTest {

    private static final Path REAL = Path.of("../shared/data/hunan-messages");

    @Autowired
    Demonstration demonstration;

    @Autowired
    District.People people;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Directories directories;

    @Autowired
    Calendars calendars;

    @Autowired
    Verification verification;

    @Autowired
    SettableClock clock;

    @Autowired
    Shapes shapes;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void set_the_clock_to_a_working_thursday() {
        clock.set("2026-11-19T10:20");
    }

    @Test
    void the_messages_of_the_product_make_a_plausible_district() {
        assertPlausibleDistrict(demonstration.load(SampleMessages.own(), 297));
    }

    @Test
    void the_real_messages_make_a_plausible_district() {
        assumeTrue(Files.isDirectory(REAL), () -> "The real messages are not there: " + REAL.toAbsolutePath());
        assertPlausibleDistrict(demonstration.load(SampleMessages.from(REAL, calendars.current()), 250));
    }

    @Test
    void the_demonstration_is_loaded_only_into_a_district_without_orders() {
        people.raised();
        demonstration.loadOnce();
        assertThat(number("select count(*) from orders")).isEqualTo(1);
    }

    private void assertPlausibleDistrict(Demonstration.Loaded loaded) {
        assertThat(loaded.refusals()).isEmpty();
        assertThat(number("select count(*) from orders where method = 'six-orders'"))
                .isEqualTo(loaded.orders());
        assertThat(number("select count(*) from orders where method = 'supervision'"))
                .isPositive();
        assertOpenOrdersHaveHolderAndClock();
        assertAllStepsOccur();
        assertAllCommunitiesHaveOrders();
        assertDemoAccountsHaveWork();
        assertTimesArePlausible();
        assertRegistersAreFilled();
        assertPointsLieInTheirRegions();
        assertThat(verification.verify().differences()).isEmpty();
    }

    private void assertRegistersAreFilled() {
        assertThat(jdbc.sql("select distinct method from subject")
                        .query(String.class)
                        .list())
                .hasSize(rulebook.registers(directories.district()).size());
        assertThat(number("select count(*) from subject where visits = 0")).isLessThan(40);
        assertThat(number("select count(*) from subject where due_at < timestamptz '2026-11-19 10:20+08'"))
                .isBetween(5, 100);
        assertThat(number("select count(*) from subject where alarm_at <= timestamptz '2026-11-19 10:20+08'"))
                .isZero();
    }

    private void assertPointsLieInTheirRegions() {
        jdbc.sql("select region, lon, lat from subject where lon is not null").query(row -> {
            assertThat(shapes.around(new Coordinates(row.getDouble("lon"), row.getDouble("lat"))))
                    .contains(row.getString("region"));
        });
        assertThat(shapes.all()).as("also grids").hasSizeGreaterThan(100);
    }

    private void assertOpenOrdersHaveHolderAndClock() {
        assertThat(number("""
                select count(*)
                from orders o
                where o.closed is null
                    and (o.holder_unit is null or o.holder_post is null or not exists (
                        select from order_clock c
                        where c.district_id = o.district_id and c.order_id = o.id and c.ended_at is null
                            and not c.paused))
                """)).isZero();
    }

    private void assertAllStepsOccur() {
        var method = rulebook.current(directories.district(), "six-orders");
        assertThat(jdbc.sql("select distinct step from order_event")
                        .query(String.class)
                        .list())
                .containsAll(method.steps().keySet().stream()
                        .filter(step ->
                                !List.of("unrated", "withdrawn", "merged").contains(step))
                        .toList());
        var open = method.steps().values().stream()
                .filter(step -> step.open())
                .map(step -> step.id())
                .toList();
        assertThat(jdbc.sql("select distinct step from orders where method = 'six-orders' and closed is null")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(open);
    }

    private void assertAllCommunitiesHaveOrders() {
        assertThat(number("select count(distinct community) from orders"))
                .isEqualTo(number("select count(*) from region where level = 'community'"));
    }

    private void assertDemoAccountsHaveWork() {
        for (var account :
                List.of("community", "street", "street-secretary", "office", "department", "leader", "inspector")) {
            assertThat(jdbc.sql("""
                                    select count(*)
                                    from orders o
                                    join person_post p on p.unit = o.holder_unit and p.post = o.holder_post
                                    where o.closed is null and p.account = :account
                                    """)
                            .param("account", account)
                            .query(Integer.class)
                            .single())
                    .as(account)
                    .isPositive();
        }
    }

    private void assertTimesArePlausible() {
        assertThat(number("select count(*) from order_event where action = 'clock-breached'"))
                .isPositive();
        assertThat(number("select count(*) from orders where alarm_at <= timestamptz '2026-11-19 10:20+08'"))
                .isZero();
        assertThat(number("select count(*) from orders where raised_at < timestamptz '2026-07-01 00:00+08'"))
                .isPositive();
        assertThat(number("select count(*) from orders where changed_at > timestamptz '2026-11-19 10:20+08'"))
                .isZero();
        assertThat(number("""
                select count(*)
                from order_event e
                where e.action = 'finish' and not exists (
                    select from order_attachment f where f.order_id = e.order_id and position(f.id in e.body) > 0)
                """)).isZero();
    }

    private int number(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}

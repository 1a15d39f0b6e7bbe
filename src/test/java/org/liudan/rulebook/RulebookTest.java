package org.liudan.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Term;
import org.liudan.organisation.Directories;
import org.liudan.testing.DistrictTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@DistrictTest
@TestPropertySource(properties = "liudan.database-of=rulebook")
class RulebookTest {

    private static final String FILE = "six-orders.yaml";

    @Autowired
    Rulebook rulebook;

    @Autowired
    RulebookFiles files;

    @Autowired
    MethodVersions versions;

    @Autowired
    ShippedOffers offers;

    @Autowired
    Directories directories;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final String method = "method-" + UUID.randomUUID().toString().substring(0, 8);
    private int district;

    @BeforeEach
    void aMethodIsShipped() {
        district = directories.district();
        files.publishOrOffer(district, Map.of(FILE, text(3)));
    }

    @Test
    void a_change_comes_into_force_and_its_author_is_stored() {
        assertThat(publish(1, 4)).map(Method::version).contains(2);
        assertThat(solveLimit(rulebook.current(district, method))).isEqualTo("4 working days");
        assertThat(solveLimit(rulebook.version(district, method, 1))).isEqualTo("3 working days");
        assertThat(versions.of(district, method))
                .extracting(MethodVersions.Published::number, MethodVersions.Published::by)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, Optional.of("administrator")),
                        org.assertj.core.groups.Tuple.tuple(1, Optional.empty()));
    }

    @Test
    void another_process_uses_the_new_version_within_a_moment() {
        var other = new Rulebook(jdbc, clock, "six-orders");
        assertThat(other.current(district, method).version()).isEqualTo(1);
        publish(1, 4);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> other.current(district, method).version() == 2);
        assertThat(other.inForce(district))
                .filteredOn(published -> published.id().equals(method))
                .extracting(Method::version)
                .containsExactly(2);
        assertThat(other.everPublished(district))
                .filteredOn(published -> published.id().equals(method))
                .extracting(Method::version)
                .containsExactly(1, 2);
    }

    @Test
    void the_second_change_of_the_same_version_is_refused_and_overwrites_nothing() {
        assertThat(publish(1, 4)).isPresent();
        assertThat(publish(1, 5)).isEmpty();
        assertThat(solveLimit(rulebook.current(district, method))).isEqualTo("4 working days");
    }

    @Test
    void a_text_with_a_fault_changes_nothing() {
        var broken = new Rulebook.Wish(FILE, text(4).replace("to: signing\n", "to: nowhere\n"), 1, "administrator");
        assertThatThrownBy(() -> rulebook.publish(district, broken))
                .isInstanceOf(RulebookFaults.class)
                .hasMessageContaining("nowhere");
        assertThat(versions.of(district, method)).hasSize(1);
    }

    @Test
    void a_new_shipped_text_follows_a_shipped_one() {
        files.publishOrOffer(district, Map.of(FILE, text(6)));
        assertThat(solveLimit(rulebook.current(district, method))).isEqualTo("6 working days");
        assertThat(offered()).isEmpty();
    }

    @Test
    void a_shipped_text_never_overwrites_what_the_district_has_changed_but_is_offered() {
        publish(1, 4);
        files.publishOrOffer(district, Map.of(FILE, text(3)));
        assertThat(offered()).isEmpty();
        files.publishOrOffer(district, Map.of(FILE, text(6)));
        assertThat(solveLimit(rulebook.current(district, method))).isEqualTo("4 working days");
        assertThat(offered()).containsExactly(text(6));
        publish(2, 6);
        assertThat(offered()).isEmpty();
    }

    @Test
    void an_offer_that_was_declined_comes_back_only_when_the_shipped_text_is_another() {
        publish(1, 4);
        files.publishOrOffer(district, Map.of(FILE, text(6)));
        assertThat(offers.decline(district, method, "administrator")).isTrue();
        assertThat(offers.decline(district, method, "administrator")).isFalse();
        files.publishOrOffer(district, Map.of(FILE, text(6)));
        assertThat(offered()).isEmpty();
        files.publishOrOffer(district, Map.of(FILE, text(7)));
        assertThat(offered()).containsExactly(text(7));
    }

    private Optional<Method> publish(int baseVersion, int days) {
        return rulebook.publish(district, new Rulebook.Wish(FILE, text(days), baseVersion, "administrator"));
    }

    private String text(int days) {
        return SixOrders.text()
                .replace("method: six-orders", "method: " + method)
                .replace(
                        "solve: { zh: 社区办理, en: Community solves, limit: 3 working days",
                        "solve: { zh: 社区办理, en: Community solves, limit: " + days + " working days");
    }

    private List<String> offered() {
        return offers.open(district).stream()
                .filter(offer -> offer.method().equals(method))
                .map(ShippedOffers.Offer::text)
                .toList();
    }

    private static String solveLimit(Method method) {
        return ((Term.Fixed) method.clock("solve").term()).limit().toString();
    }
}

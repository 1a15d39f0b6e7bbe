package org.liudan.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liudan.orders.verification.Verification;
import org.liudan.testing.DistrictTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@DistrictTest
@TestPropertySource(properties = "liudan.database-of=growth")
class GrowthTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Verification verification;

    @Autowired
    JdbcClient jdbc;

    @Test
    void orders_made_for_a_measurement_follow_from_their_events() throws Exception {
        var ids = Growth.in(context, 24).by(3_000);
        assertThat(count("id between " + ids[0] + " and " + ids[1])).isEqualTo(3_000);
        assertThat(count("closed is null and id >= " + ids[0])).isBetween(10, 40);
        assertThat(jdbc.sql("select count(distinct hash) from order_contact")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(2_900);
        assertThat(verification.verify().differences()).isEmpty();
    }

    private int count(String which) {
        return jdbc.sql("select count(*) from orders where " + which)
                .query(Integer.class)
                .single();
    }
}

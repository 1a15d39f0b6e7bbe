package org.liudan.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.liudan.engine.decision.Attempt;
import org.liudan.testing.District;
import org.liudan.testing.District.People;
import org.liudan.testing.DistrictTest;
import org.springframework.beans.factory.annotation.Autowired;

@DistrictTest
class RetriedRaisingTest {

    @Autowired
    OrderDesk desk;

    @Test
    void a_repeated_request_returns_the_raised_order_even_if_it_would_be_refused_now() {
        var raised = desk.raise(
                "six-orders",
                desk.nextId(),
                new Attempt("raise", People.RESIDENT, Map.of("content", "井盖不见了", "region", District.COMMUNITY)),
                "raised-1");
        var again =
                desk.raise("six-orders", desk.nextId(), new Attempt("raise", People.RESIDENT, Map.of()), "raised-1");
        var done = (Outcome.Done) raised;
        assertThat(again).isEqualTo(new Outcome.Done(done.order(), done.tag(), true));
    }

    @Test
    void a_request_that_raised_nothing_is_refused() {
        assertThat(desk.raise("six-orders", desk.nextId(), new Attempt("raise", People.RESIDENT, Map.of()), "raised-2"))
                .isInstanceOf(Outcome.Refused.class);
    }
}

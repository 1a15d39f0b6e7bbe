package org.liudan.rulebook;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Texts that the product ships for methods that the district has changed. The administrator publishes or declines them. */
@Component
public class ShippedOffers {

    private static final String OFFER = """
            insert into method_offer (district_id, method, file, text, offered_at)
            values (:district, :method, :file, :text, :at)
            on conflict (district_id, method) do update
            set file = excluded.file, text = excluded.text, offered_at = excluded.offered_at,
                declined_at = null, declined_by = null
            where method_offer.text <> excluded.text
            """;
    /** A text that has been in force at any time is no longer offered. */
    private static final String OPEN = """
            select f.method, f.file, f.text
            from method_offer f
            where f.district_id = :district
                and f.declined_at is null
                and not exists (
                    select from method_version v
                    where v.district_id = f.district_id and v.method = f.method and v.text = f.text)
            order by f.method
            """;

    private static final String DECLINE = """
            update method_offer
            set declined_at = :at, declined_by = :by
            where district_id = :district and method = :method and declined_at is null
            """;

    /** A text that is offered for a method. */
    public record Offer(String method, String file, String text) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    ShippedOffers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Offers a text. The same text is not offered again after it was declined. */
    void offer(int district, Offer offer) {
        jdbc.sql(OFFER)
                .param("district", district)
                .param("method", offer.method())
                .param("file", offer.file())
                .param("text", offer.text())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The offers that are neither published nor declined. */
    public List<Offer> open(int district) {
        return jdbc.sql(OPEN).param("district", district).query(Offer.class).list();
    }

    /** Declines the offer for a method. Returns false if there was none. */
    public boolean decline(int district, String method, String account) {
        return jdbc.sql(DECLINE)
                        .param("district", district)
                        .param("method", method)
                        .param("by", account)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}

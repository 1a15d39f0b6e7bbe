package org.liudan.rulebook;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Texts that the product ships for methods which the district has changed: the administrator takes or declines them. */
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
    /** What has been in force at any time is no longer on offer. */
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

    /** A text on offer. */
    public record Offer(String method, String file, String text) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    ShippedOffers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Offers a text; one that was offered before stays as it is, declined or not. */
    void offer(int district, Offer offer) {
        jdbc.sql(OFFER)
                .param("district", district)
                .param("method", offer.method())
                .param("file", offer.file())
                .param("text", offer.text())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What waits for an answer. */
    public List<Offer> open(int district) {
        return jdbc.sql(OPEN).param("district", district).query(Offer.class).list();
    }

    /** Keeps to the district's own text. Answers false if nothing was on offer. */
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

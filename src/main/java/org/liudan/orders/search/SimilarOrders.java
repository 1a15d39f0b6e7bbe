package org.liudan.orders.search;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.liudan.database.ListQueries;
import org.liudan.engine.order.Order;
import org.liudan.identity.Viewer;
import org.liudan.orders.access.Visibility;
import org.liudan.organisation.Directories;
import org.springframework.stereotype.Component;

/**
 * Finds open orders about the same matter, to merge them: among the newest of the street, by the pairs of characters they
 * share.
 */
@Component
public class SimilarOrders {

    private static final int COMPARED = 300;
    private static final int SHOWN = 5;

    /** The least share of the shorter text that the other text must contain. */
    private static final double MINIMUM_SHARE = 0.5;

    private static final String FIND = """
            with mine as (
                select words
                from order_words
                where district_id = :district and order_id = :order
            ),
            near as materialized (
                select o.id, o.title, o.region, o.raised_at
                from orders o
                where o.district_id = :district and o.street = :street and o.closed is null and o.method = :method
                    and o.id <> :order and (%s)
                order by o.id desc
                limit %d
            ),
            compared as (
                select near.*,
                    cardinality(array(select unnest(w.words) intersect select unnest(mine.words)))::float8
                        / greatest(1, least(cardinality(w.words), cardinality(mine.words))) as share
                from mine
                cross join near
                join order_words w on w.district_id = :district and w.order_id = near.id
            )
            select id, title, region, raised_at
            from compared
            where share >= %s
            order by share desc, id
            limit %d
            """;

    /** An open order about the same matter. */
    public record SimilarOrder(long id, String title, String region, Instant raisedAt) {}

    private final ListQueries queries;
    private final Directories directories;

    SimilarOrders(ListQueries queries, Directories directories) {
        this.queries = queries;
        this.directories = directories;
    }

    /** Similar orders that the viewer may see: the most similar first, and the oldest first among equals. */
    public List<SimilarOrder> to(Order order, Viewer viewer) {
        var street = directories.current().regionAt(order.text("region"), "street");
        return street.isEmpty() || order.events() == 0 ? List.of() : find(order, street.get(), viewer);
    }

    private List<SimilarOrder> find(Order order, String street, Viewer viewer) {
        var visibility = Visibility.of(viewer, directories.current());
        return queries.sql(FIND.formatted(visibility.orders(), COMPARED, MINIMUM_SHARE, SHOWN))
                .param("district", directories.district())
                .param("order", order.id())
                .param("method", order.method())
                .param("street", street)
                .params(visibility.params())
                .query((row, number) -> new SimilarOrder(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("region"),
                        row.getObject("raised_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}

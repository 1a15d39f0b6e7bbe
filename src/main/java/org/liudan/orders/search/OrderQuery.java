package org.liudan.orders.search;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liudan.orders.access.Visibility;
import org.liudan.orders.store.OrderColumns;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The conditions of a list of orders, the tags by which its closed orders are found, and what helps to choose the fastest
 * search.
 */
public final class OrderQuery {

    static final String AND = "\n    and ";

    private final SqlConditions conditions = new SqlConditions();
    private final FilterTags tags = new FilterTags();
    private Optional<SearchTerm> searchTerm = Optional.empty();
    private Optional<Instant> since = Optional.empty();
    private Optional<Instant> until = Optional.empty();
    private boolean selective;
    private boolean open;
    private boolean onlyClosed;

    /** All orders of a district that a viewer may see, or only the confidential ones. */
    OrderQuery(int district, Visibility visibility, boolean confidential) {
        conditions.add("o.district_id = :district", "district", district);
        conditions.add(
                "(" + (confidential ? visibility.confidential() : visibility.orders()) + ")", visibility.params());
        if (confidential) {
            selective = true;
        } else {
            tags.add(visibility.marks());
        }
    }

    /** The conditions as SQL on a table {@code orders o}. */
    public String where() {
        return conditions.text()
                + searchTerm
                        .map(term -> AND + (open ? term.forOpen() : term.among()))
                        .orElse("");
    }

    /** As {@link #where}, for orders that are scanned one after the other. */
    String whereForScan() {
        return conditions.text() + searchTerm.map(term -> AND + term.forScan()).orElse("");
    }

    /** As {@link #where}, for its closed orders, which are found by their tags. */
    String whereClosed() {
        conditions.addParams(tags.params());
        return conditions.text()
                + AND
                + tags.condition()
                + searchTerm.map(term -> AND + term.forClosed()).orElse("");
    }

    /** As {@link #where}, for its open orders. */
    String whereOpen() {
        return conditions.text() + AND + "o.closed is null"
                + searchTerm.map(term -> AND + term.forOpen()).orElse("");
    }

    Optional<SearchTerm> searchTerm() {
        return searchTerm;
    }

    /** True if the query asks for open orders only, or for so few orders that its plain conditions find them fast. */
    boolean isSelective() {
        return selective;
    }

    /** True if the query asks for open orders only. */
    boolean onlyOpen() {
        return open;
    }

    /** True if the query asks for closed orders only. */
    boolean onlyClosed() {
        return onlyClosed;
    }

    /** True if no tag narrows the closed orders. */
    boolean hasNoTags() {
        return tags.isEmpty();
    }

    /** No order was raised earlier than this; empty if the query has no such limit. */
    Optional<Instant> since() {
        return since;
    }

    /** Every order was raised earlier than this; empty if the query has no such limit. */
    Optional<Instant> until() {
        return until;
    }

    /** Binds the parameters of the conditions to a statement. */
    public JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
        return statement.params(conditions.params());
    }

    OrderQuery and(String condition) {
        return and(condition, Map.of());
    }

    OrderQuery and(String condition, Map<String, ?> more) {
        conditions.add(condition, more);
        return this;
    }

    /** Adds parameters and returns this query. */
    OrderQuery addParams(Map<String, ?> more) {
        conditions.addParams(more);
        return this;
    }

    /** Narrows it to open orders that meet a condition. */
    void requireOpen(String condition) {
        selective = true;
        open = true;
        conditions.add("o.closed is null and " + condition);
    }

    /** Narrows it to closed orders. */
    void requireClosed() {
        onlyClosed = true;
        conditions.add("o.closed is not null");
    }

    /** Adds a condition that leaves only a few orders. */
    void narrowToFew(String condition, String name, Object value) {
        markSelective();
        conditions.add(condition, name, value);
    }

    /** Marks the query as one whose conditions leave only a few orders. */
    void markSelective() {
        selective = true;
    }

    /** Adds a tag that all its closed orders have. */
    void addTag(String tag) {
        tags.add(tag);
    }

    /** Adds the tags of a column: each closed order has one of these values in it. */
    void addTag(String column, List<String> values) {
        tags.add(column, values);
    }

    /** Narrows it to orders that were raised at a time or later. */
    void from(Instant time) {
        since = Optional.of(time);
        conditions.add("o.raised_at >= :from", "from", OrderColumns.utc(time));
    }

    /** Narrows it to orders that were raised before a time. */
    void to(Instant time) {
        narrowUntil(time);
        conditions.add("o.raised_at < :to", "to", OrderColumns.utc(time));
    }

    /** Narrows it to orders that were closed at a time or later. */
    void closedFrom(Instant time) {
        requireClosed();
        conditions.add("o.changed_at >= :closedfrom", "closedfrom", OrderColumns.utc(time));
    }

    /** Narrows it to orders that were closed, and so also raised, before a time. */
    void closedTo(Instant time) {
        requireClosed();
        narrowUntil(time);
        conditions.add("o.changed_at < :closedto", "closedto", OrderColumns.utc(time));
    }

    private void narrowUntil(Instant time) {
        until = Stream.concat(until.stream(), Stream.of(time)).min(Comparator.naturalOrder());
    }

    /** Narrows it to orders whose text has all these pairs of characters. */
    void searchBy(String[] pairs) {
        searchTerm = Optional.of(SearchTerm.WORDS);
        conditions.addParam("words", pairs);
        Stream.of(pairs).forEach(tags::add);
    }

    /** Narrows it to orders with a phone or identity number that has this keyed hash. */
    void searchBy(String hash) {
        searchTerm = Optional.of(SearchTerm.CONTACT);
        conditions.addParam("contact", hash);
    }
}

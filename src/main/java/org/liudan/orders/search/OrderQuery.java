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

/** The conditions of a list of orders, the marks by which closed ones are found, and what of it says how it is best read. */
public final class OrderQuery {

    static final String AND = "\n    and ";

    private final SqlConditions conditions = new SqlConditions();
    private final FilterTags tags = new FilterTags();
    private Optional<SearchTerm> searchTerm = Optional.empty();
    private Optional<Instant> since = Optional.empty();
    private Optional<Instant> until = Optional.empty();
    private boolean few;
    private boolean open;
    private boolean onlyClosed;

    /** All orders of a district that somebody sees, or those of the confidential ones. */
    OrderQuery(int district, Visibility sight, boolean confidential) {
        conditions.add("o.district_id = :district", "district", district);
        conditions.add("(" + (confidential ? sight.confidential() : sight.orders()) + ")", sight.params());
        if (confidential) {
            few = true;
        } else {
            tags.add(sight.marks());
        }
    }

    /** The conditions as SQL on a table {@code orders o}. */
    public String where() {
        return conditions.text()
                + searchTerm.map(one -> AND + (open ? one.forOpen() : one.among())).orElse("");
    }

    /** As {@link #where}, for orders that are looked at one after the other. */
    String whereForScan() {
        return conditions.text() + searchTerm.map(one -> AND + one.forScan()).orElse("");
    }

    /** As {@link #where}, for those of them that are closed, which are found by their marks. */
    String whereClosed() {
        conditions.addParam(tags.params());
        return conditions.text()
                + AND
                + tags.condition()
                + searchTerm.map(one -> AND + one.forClosed()).orElse("");
    }

    /** As {@link #where}, for those of them that are open. */
    String whereOpen() {
        return conditions.text() + AND + "o.closed is null"
                + searchTerm.map(one -> AND + one.forOpen()).orElse("");
    }

    Optional<SearchTerm> searchTerm() {
        return searchTerm;
    }

    /** True when only open orders are asked for, or only so few that they are found as they are asked for. */
    boolean isSelective() {
        return few;
    }

    /** True when only open orders are asked for. */
    boolean onlyOpen() {
        return open;
    }

    /** True when only closed orders are asked for. */
    boolean onlyClosed() {
        return onlyClosed;
    }

    /** True where it asks for nothing by which closed orders are found. */
    boolean hasNoTags() {
        return tags.isEmpty();
    }

    /** None of them was raised earlier than this, where that is asked for. */
    Optional<Instant> since() {
        return since;
    }

    /** All of them were raised earlier than this, where that is asked for. */
    Optional<Instant> until() {
        return until;
    }

    /** Gives a statement the parameters of the conditions. */
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

    /** Gives it parameters more. */
    OrderQuery withParams(Map<String, ?> more) {
        conditions.addParam(more);
        return this;
    }

    /** Narrows it to open orders of which something holds. */
    void requireOpen(String condition) {
        few = true;
        open = true;
        conditions.add("o.closed is null and " + condition);
    }

    /** Narrows it to closed orders. */
    void requireClosed() {
        onlyClosed = true;
        conditions.add("o.closed is not null");
    }

    /** Narrows it to a few. */
    void narrowToFew(String condition, String name, Object value) {
        markSelective();
        conditions.add(condition, name, value);
    }

    /** Says that its conditions leave a few. */
    void markSelective() {
        few = true;
    }

    /** Says that all of the closed ones have a mark. */
    void addTag(String mark) {
        tags.add(mark);
    }

    /** Says that each of the closed ones has one of these values in a column. */
    void addTag(String column, List<String> values) {
        tags.add(column, values);
    }

    /** Narrows it to orders that were raised at a moment or later. */
    void from(Instant moment) {
        since = Optional.of(moment);
        conditions.add("o.raised_at >= :from", "from", OrderColumns.utc(moment));
    }

    /** Narrows it to orders that were raised earlier than a moment. */
    void to(Instant moment) {
        narrowUntil(moment);
        conditions.add("o.raised_at < :to", "to", OrderColumns.utc(moment));
    }

    /** Narrows it to orders that were closed at a moment or later. */
    void closedFrom(Instant moment) {
        requireClosed();
        conditions.add("o.changed_at >= :closedfrom", "closedfrom", OrderColumns.utc(moment));
    }

    /** Narrows it to orders that were closed, and so raised, earlier than a moment. */
    void closedTo(Instant moment) {
        requireClosed();
        narrowUntil(moment);
        conditions.add("o.changed_at < :closedto", "closedto", OrderColumns.utc(moment));
    }

    private void narrowUntil(Instant moment) {
        until = Stream.concat(until.stream(), Stream.of(moment)).min(Comparator.naturalOrder());
    }

    /** Narrows it to orders that have these words. */
    void searchBy(String[] words) {
        searchTerm = Optional.of(SearchTerm.WORDS);
        conditions.addParam("words", words);
        Stream.of(words).forEach(tags::add);
    }

    /** Narrows it to orders of whom this is the keyed hash of a number. */
    void searchBy(String contact) {
        searchTerm = Optional.of(SearchTerm.CONTACT);
        conditions.addParam("contact", contact);
    }
}

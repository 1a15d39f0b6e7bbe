package org.liudan.registers;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liudan.engine.method.Method;
import org.liudan.identity.Viewer;
import org.liudan.orders.access.Visibility;
import org.liudan.orders.store.CharacterPairs;
import org.liudan.organisation.Directory;
import org.liudan.registers.SubjectFilter.SubjectTab;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL conditions of a list of subjects: what the viewer may see, limited by the filter. */
public final class SubjectQuery {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    private SubjectQuery() {}

    static SubjectQuery of(
            SubjectFilter filter, Method register, Viewer viewer, Directory directory, Instant now, ZoneId zone) {
        var query = new SubjectQuery();
        var visibility = Visibility.of(viewer, directory);
        query.add("o.district_id = :district", "district", directory.district());
        query.add("o.method = :register", "register", register.id());
        query.conditions.add("(" + visibility.anySubject() + ")");
        query.params.putAll(visibility.params());
        query.tab(filter.tab(), now);
        query.region(filter.get("region"), directory);
        for (var part : List.of("keeper", "step")) {
            if (!filter.get(part).isEmpty()) {
                query.add("o." + part + " = :" + part, part, filter.get(part));
            }
        }
        if (filter.get(SubjectFilter.NOT_SEEN_SINCE).matches("\\d{4}-\\d\\d-\\d\\d")) {
            query.add(
                    "greatest(o.raised_at, o.visited_at) < :unseen::date at time zone :zone",
                    "unseen",
                    filter.get(SubjectFilter.NOT_SEEN_SINCE));
            query.params.put("zone", zone.getId());
        }
        var tags = new ArrayList<>(CharacterPairs.of(filter.get("q")));
        register.register().orElseThrow().filters().stream()
                .filter(field -> !filter.get(field).isEmpty())
                .forEach(field -> tags.add(field + "=" + filter.get(field)));
        if (!tags.isEmpty()) {
            query.add("o.tags @> :marks::text[]", "marks", tags.toArray(String[]::new));
        }
        if (!filter.get("q").isEmpty() && CharacterPairs.of(filter.get("q")).isEmpty()) {
            query.add(
                    "position(lower(:q) in lower(o.key || ' ' || o.title || ' ' || coalesce(o.keeper, ''))) > 0",
                    "q",
                    filter.get("q"));
        }
        return query;
    }

    /** The conditions as SQL on the table {@code subject o}. */
    public String where() {
        return String.join(" and ", conditions);
    }

    /** Binds the parameters of the conditions to a statement. */
    public JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
        return statement.params(params);
    }

    /** Limits the list to subjects after a position, in the order of a column and the id. */
    SubjectQuery after(String column, Object value, long id) {
        add("(o." + column + ", o.id) > (:after, :afterId)", "after", value);
        params.put("afterId", id);
        return this;
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        params.put(name, value);
    }

    private void tab(SubjectTab tab, Instant now) {
        conditions.add(tab == SubjectTab.LEFT ? "o.closed is not null" : "o.closed is null");
        var utc = now.atOffset(ZoneOffset.UTC);
        switch (tab) {
            case OVERDUE -> add("o.due_at < :now", "now", utc);
            case SOON -> {
                add("o.due_at >= :now", "now", utc);
                add("o.due_at < :soon", "soon", utc.plus(SubjectFilter.SOON));
            }
            case NEVER -> conditions.add("o.visits = 0");
            default -> {}
        }
    }

    private void region(String code, Directory directory) {
        var community = directory.regionAt(code, "community");
        if (community.isPresent()) {
            add("o.community = :community", "community", community.get());
            if (!code.equals(community.get())) {
                add("o.region in (:region)", "region", directory.allWithin(code));
            }
        } else if (!code.isEmpty()) {
            add("o.street = :region", "region", code);
        }
    }
}

package org.liudan.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liudan.engine.order.Seat;
import org.liudan.organisation.Directories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the people who have an account. */
@Component
public class People {

    private static final String PEOPLE = """
            select account, name, must_change, locked_until, ended_at
            from person
            where district_id = :district
            """;
    private static final String PAGE = PEOPLE + """
                and account > :after
                and (account like :part or name like :part)
            order by account
            limit :size
            """;
    private static final String BY_ACCOUNT = PEOPLE + """
                and account = :account
            """;
    private static final String SEATS = """
            select account, unit, post
            from person_post
            where district_id = :district and account in (:accounts)
            order by account, unit, post
            """;

    private static final String BY_UNIT = """
            select s.post, p.name
            from person_post s
            join person p on p.district_id = s.district_id and p.account = s.account
            where s.district_id = :district and s.unit = :unit and p.ended_at is null
            order by s.post, p.account
            """;

    /** A person who holds a post. */
    public record PostHolder(String post, String name) {}

    /**
     * One page of results.
     *
     * @param next the account after which the next page begins; empty on the last page
     */
    public record PeopleResults(List<Person> people, Optional<String> next) {}

    private final JdbcClient jdbc;
    private final Directories directories;

    People(JdbcClient jdbc, Directories directories) {
        this.jdbc = jdbc;
        this.directories = directories;
    }

    /**
     * A page of accounts in alphabetical order.
     *
     * @param part a part of the account or the name; empty for everyone
     * @param after the last account of the previous page; empty for the first page
     * @param size how many people a page has
     */
    public PeopleResults page(String part, String after, int size) {
        var found = withSeats(jdbc.sql(PAGE)
                .param("district", directories.district())
                .param("after", after)
                .param("part", "%" + part.replaceAll("([%_\\\\])", "\\\\$1") + "%")
                .param("size", size + 1)
                .query(People::person)
                .list());
        return found.size() <= size
                ? new PeopleResults(found, Optional.empty())
                : new PeopleResults(
                        found.subList(0, size), Optional.of(found.get(size - 1).account()));
    }

    /** The person with this account. */
    public Optional<Person> find(String account) {
        return withSeats(jdbc.sql(BY_ACCOUNT)
                        .param("district", directories.district())
                        .param("account", account)
                        .query(People::person)
                        .list())
                .stream()
                .findFirst();
    }

    /** The people of a unit, ordered by post. */
    public List<PostHolder> inUnit(String unit) {
        return jdbc.sql(BY_UNIT)
                .param("district", directories.district())
                .param("unit", unit)
                .query(PostHolder.class)
                .list();
    }

    private List<Person> withSeats(List<Person> people) {
        if (people.isEmpty()) {
            return people;
        }
        Map<String, List<Seat>> seats = new HashMap<>();
        jdbc.sql(SEATS)
                .param("district", directories.district())
                .param("accounts", people.stream().map(Person::account).toList())
                .query(row -> {
                    seats.computeIfAbsent(row.getString("account"), account -> new ArrayList<>())
                            .add(new Seat(row.getString("unit"), row.getString("post")));
                });
        return people.stream()
                .map(person -> new Person(
                        person.account(),
                        person.name(),
                        person.mustChange(),
                        person.lockedUntil(),
                        person.endedAt(),
                        List.copyOf(seats.getOrDefault(person.account(), List.of()))))
                .toList();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getString("account"),
                row.getString("name"),
                row.getBoolean("must_change"),
                instant(row, "locked_until"),
                instant(row, "ended_at"),
                List.of());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}

package org.liudan.patrols;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.liudan.identity.Viewer;
import org.liudan.organisation.Directories;
import org.liudan.privacy.Seals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Visits that were noted and could not be recorded: kept as they were noted, with the reason. */
@Component
class UnrecordedVisits {

    static final int MOST = 100;

    private static final String KEEP = """
            insert into unrecorded_visit (district_id, account, request, unit, post, number, title, action, noted_at, noted,
                refused, reason, at)
            values (:district, :account, :request, :unit, :post, :number, :title, :action, :notedAt, :noted, :refused,
                :reason, :at)
            on conflict do nothing
            """;
    private static final String KEEP_PHOTO = """
            insert into unrecorded_visit_photo (district_id, account, request, place, name, content)
            values (:district, :account, :request, :place, :name, :content)
            on conflict do nothing
            """;
    private static final String LATEST = """
            select a.*, (
                    select count(*)
                    from unrecorded_visit_photo p
                    where p.district_id = a.district_id and p.account = a.account and p.request = a.request) as photos
            from unrecorded_visit a
            where a.district_id = :district and (a.account = :account or a.number = any(:numbers))
            order by a.at desc
            limit :most
            """;
    private static final String NUMBERS = """
            select distinct number
            from unrecorded_visit
            where district_id = :district
            """;
    private static final String PHOTO = """
            select content
            from unrecorded_visit_photo
            where district_id = :district and account = :account and request = :request and place = :place
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Directories directories;
    private final Seals seals;
    private final Clock clock;

    UnrecordedVisits(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Directories directories,
            Seals seals,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.directories = directories;
        this.seals = seals;
        this.clock = clock;
    }

    /** Keeps one, once however often it is sent. What was noted may be personal and is sealed. */
    void keep(UnrecordedVisit aside, List<byte[]> photos) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(KEEP)
                    .param("district", directories.district())
                    .param("account", aside.account())
                    .param("request", aside.request())
                    .param("unit", aside.unit())
                    .param("post", aside.post())
                    .param("number", aside.number())
                    .param("title", aside.title())
                    .param("action", aside.what())
                    .param("notedAt", aside.notedAt().atOffset(ZoneOffset.UTC))
                    .param("noted", seals.seal(aside.noted()))
                    .param("refused", aside.refused())
                    .param("reason", aside.reason())
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            for (int place = 0; place < photos.size(); place++) {
                jdbc.sql(KEEP_PHOTO)
                        .param("district", directories.district())
                        .param("account", aside.account())
                        .param("request", aside.request())
                        .param("place", place)
                        .param("name", "photo-" + (place + 1) + ".jpg")
                        .param("content", photos.get(place))
                        .update();
            }
        });
    }

    /** The numbers of all subjects that a visit to was set aside. */
    List<String> numbers() {
        return jdbc.sql(NUMBERS)
                .param("district", directories.district())
                .query(String.class)
                .list();
    }

    /** Somebody's own, and those of the subjects that they may see. */
    List<UnrecordedVisit> of(Viewer viewer, List<String> seen) {
        return jdbc.sql(LATEST)
                .param("district", directories.district())
                .param("account", viewer.account())
                .param("numbers", seen.toArray(String[]::new))
                .param("most", MOST)
                .query((row, number) -> new UnrecordedVisit(
                        row.getString("account"),
                        row.getString("request"),
                        row.getString("unit"),
                        row.getString("post"),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("action"),
                        row.getObject("noted_at", OffsetDateTime.class).toInstant(),
                        seals.open(row.getString("noted")),
                        row.getString("refused"),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getInt("photos")))
                .list();
    }

    Optional<byte[]> photo(UnrecordedVisit aside, int place) {
        return jdbc.sql(PHOTO)
                .param("district", directories.district())
                .param("account", aside.account())
                .param("request", aside.request())
                .param("place", place)
                .query(byte[].class)
                .optional();
    }
}

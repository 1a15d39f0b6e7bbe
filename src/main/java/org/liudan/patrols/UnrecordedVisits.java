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

/** Stores visits that could not be recorded, as they were noted and with the reason. */
@Component
class UnrecordedVisits {

    static final int MAX_VISITS = 100;

    private static final String INSERT = """
            insert into unrecorded_visit (district_id, account, request, unit, post, number, title, action, noted_at, noted,
                refused, reason, at)
            values (:district, :account, :request, :unit, :post, :number, :title, :action, :notedAt, :noted, :refused,
                :reason, :at)
            on conflict do nothing
            """;
    private static final String INSERT_PHOTO = """
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
            limit :limit
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

    /** Stores a visit; sending it again has no effect. The noted text may be personal and is sealed. */
    void store(UnrecordedVisit visit, List<byte[]> photos) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(INSERT)
                    .param("district", directories.district())
                    .param("account", visit.account())
                    .param("request", visit.request())
                    .param("unit", visit.unit())
                    .param("post", visit.post())
                    .param("number", visit.note().number())
                    .param("title", visit.note().title())
                    .param("action", visit.note().action())
                    .param("notedAt", visit.note().notedAt().atOffset(ZoneOffset.UTC))
                    .param("noted", seals.seal(visit.note().text()))
                    .param("refused", visit.refusal())
                    .param("reason", visit.reason())
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            for (int place = 0; place < photos.size(); place++) {
                jdbc.sql(INSERT_PHOTO)
                        .param("district", directories.district())
                        .param("account", visit.account())
                        .param("request", visit.request())
                        .param("place", place)
                        .param("name", "photo-" + (place + 1) + ".jpg")
                        .param("content", photos.get(place))
                        .update();
            }
        });
    }

    /** Returns the numbers of all subjects with a visit that was set aside. */
    List<String> numbers() {
        return jdbc.sql(NUMBERS)
                .param("district", directories.district())
                .query(String.class)
                .list();
    }

    /** Returns the latest visits of the viewer, and those to the subjects with the given numbers, which the viewer may see. */
    List<UnrecordedVisit> of(Viewer viewer, List<String> visibleNumbers) {
        return jdbc.sql(LATEST)
                .param("district", directories.district())
                .param("account", viewer.account())
                .param("numbers", visibleNumbers.toArray(String[]::new))
                .param("limit", MAX_VISITS)
                .query((row, number) -> new UnrecordedVisit(
                        row.getString("account"),
                        row.getString("request"),
                        row.getString("unit"),
                        row.getString("post"),
                        new UnrecordedVisit.VisitNote(
                                row.getString("number"),
                                row.getString("title"),
                                row.getString("action"),
                                row.getObject("noted_at", OffsetDateTime.class).toInstant(),
                                seals.open(row.getString("noted"))),
                        row.getString("refused"),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getInt("photos")))
                .list();
    }

    /** Returns a photo of a visit; {@code place} counts from zero. */
    Optional<byte[]> photo(UnrecordedVisit visit, int place) {
        return jdbc.sql(PHOTO)
                .param("district", directories.district())
                .param("account", visit.account())
                .param("request", visit.request())
                .param("place", place)
                .query(byte[].class)
                .optional();
    }
}

package org.liudan.orders.verification;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.LocalizedText;
import org.liudan.orders.stream.EventStream;
import org.liudan.orders.stream.StreamedEvent.Place;
import org.liudan.organisation.Directories;
import org.liudan.privacy.Seals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals ranges of events (骑缝章), and finds seals that no longer match their events. Each seal covers the one before. The hash chain
 * of an order shows that one of its events was changed. The seals also show that a whole order was deleted or rewritten. See
 * {@code docs/decisions/0025-stamps-over-the-seam.md}.
 */
@Component
public class EventSeals {

    /** How many events one seal covers at most. */
    private static final int MAX_EVENTS = 50_000;

    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended('seam stamps', :district))";

    /**
     * The result of checking all seals.
     *
     * @param stamps how many seals there are
     * @param events how many events they cover
     * @param last the last seal; empty when there is none
     * @param broken what is wrong, for each seal that does not match
     */
    public record Looked(int stamps, long events, Optional<EventSeal> last, List<LocalizedText> broken) {

        public boolean sound() {
            return broken.isEmpty();
        }
    }

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final EventStream events;
    private final Directories directories;
    private final SealStore store;
    private final Clock clock;

    EventSeals(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            EventStream events,
            Directories directories,
            Seals seals,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.directories = directories;
        this.store = new SealStore(jdbc, directories, seals);
        this.clock = clock;
    }

    /** Seals the events since the last seal, unless another process is doing so. Returns how many seals it made. */
    public int sealNewEvents() {
        int made = 0;
        while (Boolean.TRUE.equals(transaction.execute(status -> lock() && sealNext()))) {
            made++;
        }
        return made;
    }

    /**
     * Checks all seals.
     *
     * @param written the code of a seal that somebody wrote down earlier; empty for none
     */
    public Looked look(String written) {
        var broken = new ArrayList<LocalizedText>();
        var code = EventSeal.Code.parse(written);
        boolean found = false;
        var before = EventSeal.NONE;
        long events = 0;
        for (var seal : store.all()) {
            for (int missing = before.number() + 1; missing < seal.number(); missing++) {
                broken.add(new LocalizedText("第 " + missing + " 枚骑缝章没有了", "stamp " + missing + " is missing"));
            }
            error(before, seal).ifPresent(broken::add);
            found |= code.filter(expected -> expected.matches(seal)).isPresent();
            events += seal.events();
            before = seal;
        }
        if (!written.isBlank() && !found) {
            broken.add(new LocalizedText(
                    "抄下的骑缝码 " + written.strip() + " 与现有的对不上，盖章以后记录被重写过，或者抄错了",
                    "there is no stamp " + written.strip()
                            + ": records were written anew since it was written down, or it was written down wrongly"));
        }
        return new Looked(
                before.number(), events, before.number() > 0 ? Optional.of(before) : Optional.empty(), broken);
    }

    private boolean sealNext() {
        var before = store.last();
        var end = new Place(events.now().position() - 1, Long.MAX_VALUE, Integer.MAX_VALUE);
        var range = store.range(before.last(), end, MAX_EVENTS);
        if (range.last().isEmpty()) {
            return false;
        }
        return store.insert(store.seal(
                before,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                range.last().get(),
                range));
    }

    private boolean lock() {
        return directories.district() != 0
                && jdbc.sql(LOCK)
                        .param("district", directories.district())
                        .query(Boolean.class)
                        .single();
    }

    /**
     * What is wrong with a seal; empty when it matches. It is checked against the seal before as that is stored, so that only the
     * first wrong seal is reported.
     */
    private Optional<LocalizedText> error(EventSeal before, EventSeal seal) {
        var range = store.range(before.last(), seal.last(), Math.toIntExact(Math.min(seal.events(), MAX_EVENTS)) + 1);
        if (store.seal(before, seal.at(), seal.last(), range).equals(seal)) {
            return Optional.empty();
        }
        var zh = "第 " + seal.number() + " 枚骑缝章（" + seal.at() + "）";
        var en = "stamp " + seal.number() + " of " + seal.at() + " ";
        return Optional.of(
                range.events() == seal.events()
                        ? new LocalizedText(
                                zh + "下的流转记录被改过或换过，或者章被改过",
                                en + "doesn't fit: an event under it, or the stamp, was changed")
                        : new LocalizedText(
                                zh + "下应有流转记录 " + seal.events() + " 条，现有 "
                                        + (range.events() > seal.events() ? "更多" : range.events() + " 条"),
                                en + "was over " + seal.events() + " events, of which there are "
                                        + (range.events() > seal.events() ? "more" : range.events())));
    }
}

package org.liudan.programs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.liudan.audit.Audit;
import org.liudan.audit.AuditSource;
import org.liudan.calendar.DateTexts;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Seat;
import org.liudan.organisation.Directories;
import org.liudan.organisation.PostRules;
import org.liudan.privacy.Seals;
import org.liudan.settings.Calendars;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Registers the programs of the district, and finds them by their tokens. Only keyed hashes of tokens are stored. */
@Component
public class Programs {

    static final int MAX_NAME_LENGTH = 40;
    static final int MAX_YEARS = 2;
    private static final String TOKEN_PREFIX = "liudan_";
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** How long another process may still accept a token that was revoked or replaced. */
    static final Duration CACHE_TIME = Duration.ofSeconds(5);

    private static final int CACHE_SIZE = 1_000;

    private final Cache<ByteBuffer, Program> cache = Caffeine.newBuilder()
            .maximumSize(CACHE_SIZE)
            .expireAfterWrite(CACHE_TIME)
            .build();
    private final ProgramTable table;
    private final Directories directories;
    private final Calendars calendars;
    private final Seals seals;
    private final Audit audit;
    private final Clock clock;

    Programs(ProgramTable table, Directories directories, Calendars calendars, Seals seals, Audit audit, Clock clock) {
        this.table = table;
        this.directories = directories;
        this.calendars = calendars;
        this.seals = seals;
        this.audit = audit;
        this.clock = clock;
    }

    /** The result of registering a program. */
    public sealed interface Made {

        /** The program is registered; its token is not shown again. */
        record Token(String token) implements Made {}

        /** The program is not registered. */
        record Refused(List<Reason> reasons) implements Made {}
    }

    /**
     * Registers a program.
     *
     * @param name 1 to 40 characters
     * @param expiresOn the last day of its token, for example {@code 2026-01-31}; today or later, at most two years ahead
     */
    @Transactional
    public Made make(String name, Seat seat, String expiresOn, AuditSource by) {
        var faults = new ArrayList<Reason>();
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
            faults.add(new Reason("programs.name.missing", List.of(), Optional.of("name")));
        }
        PostRules.fits(seat, directories.current()).ifPresent(faults::add);
        if (faults.isEmpty() && Program.runsTheSystem(seat)) {
            faults.add(new Reason("programs.system-post", List.of(), Optional.of("post")));
        }
        var lastDay = day(expiresOn);
        if (lastDay.isEmpty()) {
            faults.add(new Reason("programs.expires.wrong", List.of(MAX_YEARS), Optional.of("expires")));
        }
        audit.record(by, "program-made", name.strip() + " " + seat.unit() + "/" + seat.post(), faults.isEmpty());
        if (!faults.isEmpty()) {
            return new Made.Refused(faults);
        }
        var token = TOKEN_PREFIX + randomSecret();
        table.insert(name.strip(), seat, hash(token), by.account(), lastDay.get(), clock.instant());
        return new Made.Token(token);
    }

    /** Gives a program a new token; its old one is no longer valid. Empty if the program has expired or is revoked. */
    @Transactional
    public Optional<Made.Token> renew(long id, AuditSource by) {
        var token = TOKEN_PREFIX + randomSecret();
        var renewed = table.replaceToken(id, hash(token), today());
        cache.invalidateAll();
        audit.record(by, "program-renewed", auditText(id), renewed);
        return renewed ? Optional.of(new Made.Token(token)) : Optional.empty();
    }

    /** Revokes a program: its token is no longer valid. */
    @Transactional
    public void revoke(long id, AuditSource by) {
        var revoked = table.revoke(id, clock.instant());
        cache.invalidateAll();
        audit.record(by, "program-revoked", auditText(id), revoked);
    }

    /** All programs, active ones first, the newest first. */
    public List<Program> all() {
        return table.all();
    }

    /** A program by its id, if its token is valid now. */
    public Optional<Program> findValid(long id) {
        return table.find(id).filter(this::isValid);
    }

    /** The program of a token, if it is valid now. The time of use is recorded. */
    Optional<Program> findByToken(String token) {
        var hash = hash(token);
        return Optional.ofNullable(cache.get(
                        ByteBuffer.wrap(hash), missing -> loadByToken(hash).orElse(null)))
                .filter(this::isValid);
    }

    private Optional<Program> loadByToken(byte[] hash) {
        var found = table.findByToken(hash).filter(this::isValid);
        var now = clock.instant();
        found.filter(program -> program.lastUseOutdated(now)).ifPresent(program -> table.recordUse(program.id(), now));
        return found;
    }

    /** A random secret of 256 bits, in URL-safe Base64. */
    public static String randomSecret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String auditText(long id) {
        return id + table.find(id).map(found -> " " + found.name()).orElse("");
    }

    private boolean isValid(Program program) {
        return program.valid(today());
    }

    private Optional<LocalDate> day(String text) {
        return DateTexts.read(text).filter(day -> !day.isBefore(today()) && !day.isAfter(today().plusYears(MAX_YEARS)));
    }

    private byte[] hash(String token) {
        return seals.hash("program", token);
    }

    private LocalDate today() {
        return calendars.current().dayOf(clock.instant());
    }
}

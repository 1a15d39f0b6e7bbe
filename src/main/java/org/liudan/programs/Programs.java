package org.liudan.programs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The programs of the district and their tokens, of which only keyed hashes are kept. */
@Component
public class Programs {

    static final int MAX_NAME_LENGTH = 40;
    static final int MAX_YEARS = 2;
    private static final String TOKEN_PREFIX = "liudan_";
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String COLUMNS =
            "select id, name, unit, post, made_at, made_by, expires_on, used_at, revoked_at from program ";
    private static final String MAKE = """
            insert into program (district_id, name, unit, post, token, made_at, made_by, expires_on)
            values (:district, :name, :unit, :post, :token, :now, :by, :expires)
            """;
    private static final String RENEW = """
            update program
            set token = :token, used_at = null
            where district_id = :district and id = :id and revoked_at is null and expires_on >= :today
            """;
    private static final String REVOKE = """
            update program
            set revoked_at = :now
            where district_id = :district and id = :id and revoked_at is null
            """;
    private static final String USED = """
            update program
            set used_at = :now
            where district_id = :district and id = :id
            """;

    /** How long another process may still let a program in after it was told that its token opens nothing. */
    static final Duration CACHE_TIME = Duration.ofSeconds(5);

    private static final int CACHE_SIZE = 1_000;

    private final Cache<ByteBuffer, Program> cache;
    private final JdbcClient jdbc;
    private final Directories directories;
    private final Calendars calendars;
    private final Seals seals;
    private final Audit audit;
    private final Clock clock;

    Programs(JdbcClient jdbc, Directories directories, Calendars calendars, Seals seals, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.calendars = calendars;
        this.seals = seals;
        this.audit = audit;
        this.clock = clock;
        this.cache = Caffeine.newBuilder()
                .maximumSize(CACHE_SIZE)
                .expireAfterWrite(CACHE_TIME)
                .build();
    }

    /** What came of making one: its token, which is known this once, or why not. */
    public sealed interface Made {

        record Token(String token) implements Made {}

        record Refused(List<Reason> reasons) implements Made {}
    }

    /**
     * Makes one.
     *
     * @param expiresOn as 2026-01-31
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
        var last = day(expiresOn);
        if (last.isEmpty()) {
            faults.add(new Reason("programs.expires.wrong", List.of(MAX_YEARS), Optional.of("expires")));
        }
        audit.record(by, "program-made", name.strip() + " " + seat.unit() + "/" + seat.post(), faults.isEmpty());
        if (!faults.isEmpty()) {
            return new Made.Refused(faults);
        }
        var token = TOKEN_PREFIX + randomSecret();
        jdbc.sql(MAKE)
                .param("district", directories.district())
                .param("name", name.strip())
                .param("unit", seat.unit())
                .param("post", seat.post())
                .param("token", hash(token))
                .param("now", now().atOffset(ZoneOffset.UTC))
                .param("by", by.account())
                .param("expires", last.get())
                .update();
        return new Made.Token(token);
    }

    /** Gives it another token, and the one it had opens nothing from now on; empty for one that has ended. */
    @Transactional
    public Optional<Made.Token> renew(long id, AuditSource by) {
        var token = TOKEN_PREFIX + randomSecret();
        int renewed = of(RENEW)
                .param("id", id)
                .param("token", hash(token))
                .param("today", today())
                .update();
        cache.invalidateAll();
        audit.record(
                by,
                "program-renewed",
                id + find(id).map(found -> " " + found.name()).orElse(""),
                renewed == 1);
        return renewed == 1 ? Optional.of(new Made.Token(token)) : Optional.empty();
    }

    /** From now on its token opens nothing. */
    @Transactional
    public void revoke(long id, AuditSource by) {
        int revoked = of(REVOKE)
                .param("id", id)
                .param("now", now().atOffset(ZoneOffset.UTC))
                .update();
        cache.invalidateAll();
        audit.record(
                by,
                "program-revoked",
                id + find(id).map(found -> " " + found.name()).orElse(""),
                revoked == 1);
    }

    public List<Program> all() {
        return of(COLUMNS + "where district_id = :district order by revoked_at is not null, id desc")
                .query(Program::read)
                .list();
    }

    /** A program by its id, if its token opens anything now. */
    public Optional<Program> valid(long id) {
        return find(id).filter(this::valid);
    }

    /** The program of a token, if it opens anything now; that it was used is written down. */
    Optional<Program> findByToken(String token) {
        var hash = hash(token);
        return Optional.ofNullable(
                        cache.get(ByteBuffer.wrap(hash), unknown -> loadByToken(hash).orElse(null)))
                .filter(this::valid);
    }

    private Optional<Program> loadByToken(byte[] hash) {
        var found = of(COLUMNS + "where district_id = :district and token = :token")
                .param("token", hash)
                .query(Program::read)
                .optional()
                .filter(this::valid);
        var now = now();
        found.filter(program -> program.lastUseOutdated(now))
                .ifPresent(program -> of(USED).param("id", program.id())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update());
        return found;
    }

    /** Bits for a secret, as text for an address or a header. */
    public static String randomSecret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Optional<Program> find(long id) {
        return of(COLUMNS + "where district_id = :district and id = :id")
                .param("id", id)
                .query(Program::read)
                .optional();
    }

    private boolean valid(Program program) {
        return program.valid(today());
    }

    private Optional<LocalDate> day(String text) {
        return DateTexts.read(text).filter(day -> !day.isBefore(today()) && !day.isAfter(today().plusYears(MAX_YEARS)));
    }

    private byte[] hash(String token) {
        return seals.hash("program", token);
    }

    private LocalDate today() {
        return calendars.current().dayOf(now());
    }

    private Instant now() {
        return clock.instant();
    }

    private JdbcClient.StatementSpec of(String sql) {
        return jdbc.sql(sql).param("district", directories.district());
    }
}

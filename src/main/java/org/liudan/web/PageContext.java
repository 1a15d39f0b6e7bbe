package org.liudan.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.liudan.calendar.WorkingCalendar;
import org.liudan.engine.method.LocalizedText;
import org.liudan.engine.method.Reason;
import org.liudan.identity.Viewer;
import org.liudan.organisation.Directory;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every template needs of its request: messages in the reader's language, who is reading, and how to write a date.
 * The names are short because templates use them on every line.
 *
 * @param large true in the large-type version (长辈版)
 * @param unread counts the notices that the reader has not seen yet
 * @param refused true if the page shows errors in what was submitted
 * @param path the address of the page with its query, to return to
 */
public record PageContext(
        MessageSource messages,
        Locale locale,
        Optional<Viewer> viewer,
        Directory directory,
        WorkingCalendar calendar,
        boolean refused,
        String path,
        boolean large,
        IntSupplier unread,
        Optional<CsrfToken> csrf,
        Assets assets,
        Instant now) {

    /** A message in the reader's language; arguments may be {@link LocalizedText}. */
    public String t(String key, Object... args) {
        var translated = Arrays.stream(args)
                .map(arg -> arg instanceof LocalizedText words ? words.in(locale) : arg)
                .toArray();
        return messages.getMessage(key, translated, locale);
    }

    /** The same context at another time, for trials and forecasts. */
    public PageContext at(Instant then) {
        return new PageContext(
                messages, locale, viewer, directory, calendar, refused, path, large, unread, csrf, assets, then);
    }

    /** How many notices the reader has not seen yet. */
    public int unseen() {
        return unread.getAsInt();
    }

    /** The title of the browser window, which starts with a warning if the page shows errors. */
    public String title(String title) {
        var whole = t("title", title);
        return refused ? t("title.refused", whole) : whole;
    }

    private ZoneId zone() {
        return calendar.hours().zone();
    }

    /** Words of the rulebook or the directory in the reader's language. */
    public String w(LocalizedText words) {
        return words.in(locale);
    }

    /** A reason in the reader's language. */
    public String reason(Reason reason) {
        return t(reason.key(), reason.args().toArray());
    }

    /** The name of a unit. */
    public String unit(String code) {
        return w(directory.nameOf(code));
    }

    /** The name of a post. */
    public String post(String post) {
        return w(directory.postName(post));
    }

    /** The name of a category. */
    public String category(String code) {
        return w(directory.categoryName(code));
    }

    /** The name of an entry of one of the rulebook's lists. */
    public String listed(String list, String code) {
        return w(directory.listed(list).getOrDefault(code, new LocalizedText(code, code)));
    }

    public boolean english() {
        return locale.getLanguage().equals("en");
    }

    /** The value of the lang attribute. */
    public String lang() {
        return english() ? "en" : "zh-CN";
    }

    /** A day such as 11月20日, with the year unless it is the current one. */
    public String day(Instant instant) {
        var day = instant.atZone(zone()).toLocalDate();
        var sameYear = day.getYear() == now.atZone(zone()).getYear();
        return DateTimeFormatter.ofPattern(t(sameYear ? "format.day" : "format.day-and-year"), locale)
                .format(day);
    }

    /** A due time in a clerk's words: 今天 17:30 前, 超期 2 个工作日. */
    public String due(Instant due) {
        var today = calendar.dayOf(now);
        var day = calendar.dayOf(due);
        if (due.isBefore(now)) {
            int days = calendar.workingDaysBetween(day, today);
            if (days > 0) {
                return t("due.late", days);
            }
            return day.equals(today) ? t("due.late-today", clock(due)) : t("due.late-since", day(due), clock(due));
        }
        if (day.equals(today)) {
            return t("due.today", clock(due));
        }
        int days = calendar.workingDaysBetween(today, day);
        return day.equals(today.plusDays(1)) ? t("due.tomorrow", clock(due)) : t("due.day", day(due), clock(due), days);
    }

    /** A length of working time in words: 40 分钟, 3 小时, 2.5 个工作日. */
    public String working(Duration time) {
        long perDay = calendar.hours().perDay().toMinutes();
        long minutes = time.toMinutes();
        if (minutes < 60) {
            return t("time.minutes", minutes);
        }
        return minutes < perDay
                ? t("time.hours", (minutes + 30) / 60)
                : t("time.days", "%.1f".formatted((double) minutes / perDay).replace(".0", ""));
    }

    /** The working time between two instants. */
    public Duration workingTime(Instant from, Instant to) {
        return calendar.workingTimeBetween(from, to);
    }

    /** A time of day such as 17:30. */
    public String clock(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm").format(instant.atZone(zone()));
    }

    /** A day and a time of day. */
    public String moment(Instant instant) {
        return day(instant) + " " + clock(instant);
    }

    /** For the datetime attribute of a time element. */
    public String iso(Instant instant) {
        return instant.toString();
    }

    /** The versioned address of a style, script or picture. */
    public String asset(String path) {
        return assets.url(path);
    }

    public String csrfName() {
        return csrf.map(CsrfToken::getParameterName).orElse("_csrf");
    }

    public String csrfValue() {
        return csrf.map(CsrfToken::getToken).orElse("");
    }

    /** True if the reader acts in one of these posts. */
    public boolean may(String... posts) {
        return viewer.filter(reader -> List.of(posts).contains(reader.seat().post()))
                .isPresent();
    }

    public boolean handlesOrders() {
        return viewer.filter(Viewer::handlesOrders).isPresent();
    }
}

package org.liudan.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.liudan.calendar.WorkingCalendar;
import org.liudan.rulebook.CsvFile;

/**
 * The messages from which stories are made.
 *
 * @param source the name of the file
 * @param real true for messages of real residents, which are for development only and never shipped
 */
record SampleMessages(String source, boolean real, List<SampleMessage> all) {

    private static final String REPLIES_FILE = "fj4_replies.csv";
    private static final String OWN_FILE = "demo/messages.csv";
    private static final Duration MAX_WORKING_TIME = Duration.ofHours(300);
    private static final int MAX_TITLE = 60;
    private static final int MAX_CONTENT = 3_900;

    /** Returns the real messages if the folder has them, otherwise the messages written for the product. */
    static SampleMessages from(Path folder, WorkingCalendar calendar) {
        var file = folder.resolve(REPLIES_FILE);
        return Files.isReadable(file) ? real(file, calendar) : own();
    }

    static SampleMessages own() {
        return new SampleMessages(
                OWN_FILE,
                false,
                CsvFile.ofClasspath(OWN_FILE).rows().stream()
                        .map(SampleMessages::own)
                        .toList());
    }

    private static SampleMessages real(Path file, WorkingCalendar calendar) {
        var keywords = Keywords.ofClasspath();
        return new SampleMessages(
                file.toString(),
                true,
                CsvFile.of(file).rows().stream()
                        .map(row -> real(row, keywords, calendar))
                        .filter(message -> message.text().length() >= 10
                                && message.result().length() >= 10
                                && message.workingTime()
                                        .filter(SampleMessages::plausible)
                                        .isPresent())
                        .toList());
    }

    private static SampleMessage own(CSVRecord row) {
        return new SampleMessage(
                row.get("title"),
                row.get("text"),
                row.get("category"),
                Optional.of(row.get("grade")),
                Optional.of(row.get("channel")),
                Optional.of(row.get("answer")),
                row.get("result"),
                Optional.empty(),
                Optional.of(row.get("rating")),
                row.get("rating_words"));
    }

    private static SampleMessage real(CSVRecord row, Keywords keywords, WorkingCalendar calendar) {
        var title = shorten(row.get("topic"), MAX_TITLE);
        var text = shorten(row.get("detail"), MAX_CONTENT);
        var zone = calendar.hours().zone();
        var took = calendar.workingTimeBetween(
                moment(row.get("time")).atZone(zone).toInstant(),
                moment(row.get("reply_time")).atZone(zone).toInstant());
        return new SampleMessage(
                title,
                text,
                keywords.category(title, text),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                shorten(row.get("reply"), MAX_CONTENT),
                Optional.of(took),
                Optional.empty(),
                "");
    }

    /** A message with a longer working time could not be finished within the demonstration's half year. */
    private static boolean plausible(Duration took) {
        return !took.isZero() && took.compareTo(MAX_WORKING_TIME) <= 0;
    }

    /** Parses both formats of the source, {@code 2019/8/19 11:34:04} and {@code 2019-08-19 14:44:00}, also without the time. */
    private static LocalDateTime moment(String text) {
        var plain = text.strip().replace('/', '-');
        return plain.contains(" ")
                ? LocalDateTime.parse(plain, DateTimeFormatter.ofPattern("y-M-d H:m:s"))
                : LocalDate.parse(plain, DateTimeFormatter.ofPattern("y-M-d")).atTime(12, 0);
    }

    private static String shorten(String text, int maxLength) {
        var plain =
                text.replaceAll("_x000D_|\\x00", " ").replaceAll("\\s+", " ").strip();
        return plain.codePointCount(0, plain.length()) <= maxLength
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, maxLength - 1)) + "…";
    }
}

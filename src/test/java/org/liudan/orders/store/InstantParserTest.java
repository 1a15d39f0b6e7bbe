package org.liudan.orders.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Moments are parsed as the JDK parses them. */
class InstantParserTest {

    @Property
    void whatever_is_written_is_parsed_again(
            @ForAll @LongRange(min = -70_000_000_000L, max = 300_000_000_000L) long seconds,
            @ForAll @IntRange(max = 999_999_999) int nanos) {
        for (var moment : new Instant[] {
            Instant.ofEpochSecond(seconds), Instant.ofEpochSecond(seconds, nanos), Instant.ofEpochMilli(seconds)
        }) {
            assertThat(InstantParser.parse(moment.toString())).isEqualTo(moment);
        }
    }

    @Example
    void other_texts_are_parsed_or_refused_as_by_the_jdk() {
        for (var text : new String[] {
            "",
            "2026-11-16",
            "2026-11-16T09:00:00",
            "2026-13-16T09:00:00Z",
            "2026-02-30T09:00:00Z",
            "2026-11-16T24:01:00Z",
            "2026-11-16T09:60:00Z",
            "2026-11-16T09:00:00.Zz",
            "2026-11-16T09:00:00xZ",
            "2026-11-16T0a:00:00Z",
            "2026-11-16T24:00:00Z",
            "2026-11-16T09:00:60Z",
            "-026-11-16T09:00:00Z",
            "+12026-11-16T09:00:00Z",
            "2026-11-16T09:00:00+08:00"
        }) {
            assertThat(outcome(InstantParser::parse, text)).as(text).isEqualTo(outcome(Instant::parse, text));
        }
    }

    @Property
    void one_wrong_character_is_handled_as_by_the_jdk(@ForAll @IntRange(max = 23) int place, @ForAll char character) {
        var text = new StringBuilder("2026-11-16T09:00:00.123Z");
        text.setCharAt(place, character);
        assertThat(outcome(InstantParser::parse, text.toString())).isEqualTo(outcome(Instant::parse, text.toString()));
    }

    private static Optional<Instant> outcome(Function<String, Instant> parser, String text) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException refused) {
            return Optional.empty();
        }
    }
}

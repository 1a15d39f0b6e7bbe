package org.liudan.rulepages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.liudan.rulepages.LineDifference.Kind;
import org.liudan.rulepages.LineDifference.Line;

class LineDifferenceTest {

    @Test
    void a_line_that_was_changed_is_one_taken_and_one_added() {
        var difference = LineDifference.between("a\nb\nc\n", "a\nB\nc\n");
        assertThat(difference.lines())
                .containsExactly(
                        new Line(Kind.SAME, 1, 1, "a"),
                        new Line(Kind.TAKEN, 2, 0, "b"),
                        new Line(Kind.ADDED, 0, 2, "B"),
                        new Line(Kind.SAME, 3, 3, "c"));
        assertThat(difference.none()).isFalse();
    }

    @Test
    void lines_in_common_are_kept_together_however_much_is_around_them() {
        var difference = LineDifference.between("x\na\nb\nc\ny", "a\nq\nb\nc\nz\nz");
        assertThat(kept(difference, Kind.SAME)).containsExactly("a", "b", "c");
        assertThat(kept(difference, Kind.TAKEN)).containsExactly("x", "y");
        assertThat(kept(difference, Kind.ADDED)).containsExactly("q", "z", "z");
    }

    @Test
    void equal_texts_differ_in_nothing_and_an_empty_one_in_everything() {
        assertThat(LineDifference.between("a\nb", "a\nb").none()).isTrue();
        assertThat(LineDifference.between("", "a\nb").added()).isEqualTo(2);
        assertThat(LineDifference.between("a\nb", "").taken()).isEqualTo(2);
    }

    @Test
    void far_from_what_differs_lines_are_left_out_and_counted() {
        var before = String.join("\n", numbers(100));
        var shown = LineDifference.between(before, before.replace("\n50\n", "\nfifty\n"))
                .around(2);
        assertThat(shown.lines())
                .extracting(Line::kind)
                .containsExactly(
                        Kind.GAP, Kind.SAME, Kind.SAME, Kind.TAKEN, Kind.ADDED, Kind.SAME, Kind.SAME, Kind.GAP);
        assertThat(shown.lines().get(0).before()).isEqualTo(47);
        assertThat(shown.lines().get(7).before()).isEqualTo(48);
    }

    @Test
    void texts_too_long_to_compare_are_replaced_whole_where_they_differ() {
        var before = "same\n" + String.join("\n", numbers(4000));
        var after = "same\n" + String.join("\n", numbers(4000)).replace("1", "one");
        var difference = LineDifference.between(before, after);
        assertThat(difference.lines().get(0).kind()).isEqualTo(Kind.SAME);
        assertThat(difference.added()).isEqualTo(difference.taken());
    }

    private static List<String> kept(LineDifference difference, Kind kind) {
        return difference.lines().stream()
                .filter(line -> line.kind() == kind)
                .map(Line::text)
                .toList();
    }

    private static List<String> numbers(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).toList();
    }
}

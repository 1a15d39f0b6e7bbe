package org.liudan.rulepages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.liudan.rulepages.LineDifference.DifferenceLine;
import org.liudan.rulepages.LineDifference.LineKind;

class LineDifferenceTest {

    @Test
    void a_changed_line_is_one_removed_and_one_added() {
        var difference = LineDifference.between("a\nb\nc\n", "a\nB\nc\n");
        assertThat(difference.lines())
                .containsExactly(
                        new DifferenceLine(LineKind.SAME, 1, 1, "a"),
                        new DifferenceLine(LineKind.REMOVED, 2, 0, "b"),
                        new DifferenceLine(LineKind.ADDED, 0, 2, "B"),
                        new DifferenceLine(LineKind.SAME, 3, 3, "c"));
        assertThat(difference.isEmpty()).isFalse();
    }

    @Test
    void lines_in_common_are_kept_together_however_much_is_around_them() {
        var difference = LineDifference.between("x\na\nb\nc\ny", "a\nq\nb\nc\nz\nz");
        assertThat(lines(difference, LineKind.SAME)).containsExactly("a", "b", "c");
        assertThat(lines(difference, LineKind.REMOVED)).containsExactly("x", "y");
        assertThat(lines(difference, LineKind.ADDED)).containsExactly("q", "z", "z");
    }

    @Test
    void equal_texts_differ_in_nothing_and_an_empty_one_in_everything() {
        assertThat(LineDifference.between("a\nb", "a\nb").isEmpty()).isTrue();
        assertThat(LineDifference.between("", "a\nb").added()).isEqualTo(2);
        assertThat(LineDifference.between("a\nb", "").removed()).isEqualTo(2);
    }

    @Test
    void lines_far_from_a_difference_are_left_out_and_counted() {
        var before = String.join("\n", numbers(100));
        var shown = LineDifference.between(before, before.replace("\n50\n", "\nfifty\n"))
                .around(2);
        assertThat(shown.lines())
                .extracting(DifferenceLine::kind)
                .containsExactly(
                        LineKind.GAP,
                        LineKind.SAME,
                        LineKind.SAME,
                        LineKind.REMOVED,
                        LineKind.ADDED,
                        LineKind.SAME,
                        LineKind.SAME,
                        LineKind.GAP);
        assertThat(shown.lines().get(0).before()).isEqualTo(47);
        assertThat(shown.lines().get(7).before()).isEqualTo(48);
    }

    @Test
    void texts_too_long_to_compare_are_replaced_whole_where_they_differ() {
        var before = "same\n" + String.join("\n", numbers(4000));
        var after = "same\n" + String.join("\n", numbers(4000)).replace("1", "one");
        var difference = LineDifference.between(before, after);
        assertThat(difference.lines().get(0).kind()).isEqualTo(LineKind.SAME);
        assertThat(difference.added()).isEqualTo(difference.removed());
    }

    private static List<String> lines(LineDifference difference, LineKind kind) {
        return difference.lines().stream()
                .filter(line -> line.kind() == kind)
                .map(DifferenceLine::text)
                .toList();
    }

    private static List<String> numbers(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).toList();
    }
}

package org.liudan.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liudan.drawing.Drawing.Box;
import org.liudan.drawing.DrawingNode.Way;

class DrawingTest {

    private static final CrossOrderSummary EFFECT =
            new CrossOrderSummary("发督办单 ⇒ 另开“督办单”，交承办单位", "", "", Optional.of("/methods/other"));
    private static final Pattern POINT = Pattern.compile("(\\d+) (\\d+)(?= |$)");

    /** Three rings, with an arrow over a ring, arrows back, and a closed end. */
    private static final List<DrawingNode> NODES = List.of(
            node("start", "one", "start", way("raise", "a")),
            node("a", "one", "open", way("go", "b"), way("leap", "d")),
            node("b", "one", "open", way("back", "a"), way("on", "c")),
            node("c", "two", "open", way("send", "a"), way("on", "d")),
            node("d", "three", "open", way("again", "c", "b"), way("end", "e")),
            node("e", "three", "closed"));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void no_arrow_runs_through_a_box_and_every_way_has_an_arrow(int columns) {
        var drawing = DrawingLayout.draw("test", NODES, columns, columns * 260, 6);
        assertThat(drawing.arrows()).hasSize(10);
        for (var arrow : drawing.arrows()) {
            var points = points(arrow.path());
            for (int i = 1; i < points.size(); i++) {
                var from = points.get(i - 1);
                var to = points.get(i);
                assertThat(drawing.boxes()).as(arrow.label()).noneMatch(box -> crosses(from, to, box));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void boxes_lie_within_the_picture_apart_from_each_other(int columns) {
        var drawing = DrawingLayout.draw("test", NODES, columns, columns * 260, 6);
        assertThat(drawing.width()).isLessThanOrEqualTo(columns * 260);
        for (var box : drawing.boxes()) {
            assertThat(box.x()).isNotNegative();
            assertThat(box.x() + box.width()).isLessThanOrEqualTo(drawing.width());
            assertThat(box.y() + box.height()).isLessThanOrEqualTo(drawing.height());
            assertThat(drawing.boxes())
                    .filteredOn(other -> !other.equals(box) && other.x() == box.x())
                    .noneMatch(other -> other.y() < box.y() + box.height() && box.y() < other.y() + other.height());
        }
    }

    @Test
    void arrows_back_are_distinguished_from_arrows_ahead() {
        var drawing = DrawingLayout.draw("test", NODES, 1, 320, 5);
        assertThat(drawing.arrows().stream()
                        .filter(Drawing.Arrow::back)
                        .map(Drawing.Arrow::label)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("b: back", "c: send", "d: again");
    }

    @Test
    void text_is_broken_where_the_box_ends_and_no_line_begins_with_a_mark() {
        var lines = TextWrapping.lines("另可：当天答复群众、登记进展、督办，以及补充说明。", 117, 13);
        assertThat(lines)
                .hasSizeGreaterThan(2)
                .allSatisfy(line -> assertThat(line).doesNotMatch("^[，、。：].*"));
        assertThat(String.join("", lines)).isEqualTo("另可：当天答复群众、登记进展、督办，以及补充说明。");
        assertThat(TextWrapping.lines("Answer the resident the same day", 117, 13))
                .allSatisfy(line -> assertThat(TextWrapping.width(line, 13)).isLessThanOrEqualTo(117));
    }

    private static boolean crosses(int[] from, int[] to, Box box) {
        return Math.max(from[0], to[0]) > box.x() + 3
                && Math.min(from[0], to[0]) < box.x() + box.width() - 3
                && Math.max(from[1], to[1]) > box.y() + 3
                && Math.min(from[1], to[1]) < box.y() + box.height() - 3;
    }

    private static List<int[]> points(String path) {
        var points = new ArrayList<int[]>();
        POINT.matcher(path.replaceAll("[MLQ]", ""))
                .results()
                .forEach(point ->
                        points.add(new int[] {Integer.parseInt(point.group(1)), Integer.parseInt(point.group(2))}));
        return points;
    }

    private static Way way(String action, String... to) {
        return new Way(action, action, false, List.of(to));
    }

    private static DrawingNode node(String id, String ring, String kind, Way... ways) {
        return new DrawingNode(
                id, kind, ring, id, List.of("holder"), List.of(ways), "", List.of(EFFECT), Optional.empty());
    }
}

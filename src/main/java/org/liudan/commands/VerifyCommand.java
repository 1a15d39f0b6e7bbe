package org.liudan.commands;

import java.io.PrintStream;
import org.liudan.figures.FigureCounter;
import org.liudan.orders.verification.Difference;
import org.liudan.orders.verification.EventSeals;
import org.liudan.orders.verification.Verification;

/**
 * The command {@code verify}: checks all orders against their events, the stamps over all events, and what is counted for figures
 * against the orders, and prints what differs.
 */
record VerifyCommand(Verification verification, EventSeals seals, FigureCounter counter, PrintStream out) {

    /** @param code of a stamp that was written down; empty for none */
    int run(String code) {
        // what an earlier version has left is judged and counted first, as by a process that serves
        counter.catchUp();
        var verified = verification.verify();
        verified.differences().forEach(this::print);
        out.printf(
                "已核对诉求 %d 个、流转记录 %d 条 / Orders verified: %d, events: %d%n",
                verified.orders(), verified.events(), verified.orders(), verified.events());
        out.printf("不符 %d 处 / Differences: %d%n", verified.found(), verified.found());
        var looked = seals.look(code);
        looked.broken().forEach(words -> out.printf("%s%n    %s%n", words.zh(), words.en()));
        out.printf(
                "骑缝章 %d 枚，盖住流转记录 %d 条，对不上 %d 处 / Stamps: %d, over events: %d, that don't fit: %d%n",
                looked.stamps(),
                looked.events(),
                looked.broken().size(),
                looked.stamps(),
                looked.events(),
                looked.broken().size());
        looked.last()
                .ifPresent(stamp -> out.printf(
                        "最新骑缝码，请抄在纸上 / The latest code, to be written down: %s (%s)%n", stamp.code(), stamp.at()));
        long cells = counter.differing();
        out.printf("统计汇总不符 %d 处 / Cells of figures that differ: %d%n", cells, cells);
        return verified.sound() && looked.sound() && cells == 0 ? 0 : Commands.FAILED;
    }

    private void print(Difference difference) {
        var zh = difference.event().map(event -> " 第 " + event + " 条").orElse("");
        var en = difference.event().map(event -> " event " + event).orElse("");
        out.printf("诉求 %d%s：%s%n", difference.order(), zh, difference.what().zh());
        out.printf(
                "    order %d%s: %s%n",
                difference.order(), en, difference.what().en());
    }
}

package org.liudan.commands;

import java.io.PrintStream;
import org.liudan.figures.FigureCounter;
import org.liudan.orders.verification.Difference;
import org.liudan.orders.verification.EventSeals;
import org.liudan.orders.verification.Verification;

/**
 * The command {@code verify}: checks all orders against their events, the ledger seals over all events, and the precounted
 * figures against the orders. It prints all differences.
 */
record VerifyCommand(Verification verification, EventSeals seals, FigureCounter counter, PrintStream out) {

    /** @param code the code of a ledger seal to check too; empty for none */
    int run(String code) {
        // first count what an earlier version has left uncounted, as a serving process does
        counter.catchUp();
        var verified = verification.verify();
        verified.differences().forEach(this::print);
        out.printf(
                "已核对诉求 %d 个、流转记录 %d 条 / Orders verified: %d, events: %d%n",
                verified.orders(), verified.events(), verified.orders(), verified.events());
        out.printf("不符 %d 处 / Differences: %d%n", verified.found(), verified.found());
        var sealCheck = seals.look(code);
        sealCheck.broken().forEach(text -> out.printf("%s%n    %s%n", text.zh(), text.en()));
        out.printf(
                "骑缝章 %d 枚，盖住流转记录 %d 条，对不上 %d 处 / Stamps: %d, over events: %d, that don't fit: %d%n",
                sealCheck.stamps(),
                sealCheck.events(),
                sealCheck.broken().size(),
                sealCheck.stamps(),
                sealCheck.events(),
                sealCheck.broken().size());
        sealCheck
                .last()
                .ifPresent(stamp -> out.printf(
                        "最新骑缝码，请抄在纸上 / The latest code, to be written down: %s (%s)%n", stamp.code(), stamp.at()));
        long differingCells = counter.differing();
        out.printf("统计汇总不符 %d 处 / Cells of figures that differ: %d%n", differingCells, differingCells);
        return verified.sound() && sealCheck.sound() && differingCells == 0 ? 0 : Commands.FAILED;
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

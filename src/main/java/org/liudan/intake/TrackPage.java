package org.liudan.intake;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Reason;
import org.liudan.orders.wording.Chain;
import org.liudan.orders.wording.ClockView;
import org.liudan.orders.wording.HistoryEntry;
import org.liudan.web.FieldView;

/**
 * What a resident sees of their order.
 *
 * @param holder the unit that holds it; empty when it is closed
 * @param next until when the next thing is due
 * @param isNew true right after it was raised
 * @param forms what the resident may do now: remark, rate, withdraw
 */
public record TrackPage(
        String code,
        String number,
        String title,
        String content,
        String status,
        String holder,
        Optional<ClockView> next,
        boolean open,
        boolean isNew,
        Optional<String> done,
        Chain chain,
        List<HistoryEntry> told,
        List<ResidentForm> forms,
        List<Reason> reasons) {

    /** A form the resident may fill in. */
    public record ResidentForm(
            String action, String name, boolean main, boolean chosen, List<FieldView> fields, String request) {}
}

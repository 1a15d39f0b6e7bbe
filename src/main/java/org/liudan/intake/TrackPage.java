package org.liudan.intake;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.Reason;
import org.liudan.kit.FieldView;
import org.liudan.orders.Chain;
import org.liudan.orders.ClockView;
import org.liudan.orders.Told;

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
        List<Told> told,
        List<Form> forms,
        List<Reason> reasons) {

    /** A form the resident may fill in. */
    public record Form(
            String action, String name, boolean main, boolean chosen, List<FieldView> fields, String request) {}
}

package org.liudan.rulepages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Reason;
import org.liudan.orders.wording.ClockView;
import org.liudan.orders.wording.HistoryEntry;
import org.liudan.web.FieldView;
import org.liudan.web.FieldView.Choice;

/**
 * An imaginary order as it stands.
 *
 * @param scenes what has happened so far, as it travels in the form
 * @param at the time now, for a field of date and time
 * @param step where it stands; empty before it is raised
 * @param holder who holds it; empty when nobody does
 * @param told what has happened, the newest first
 * @param can what may be tried now
 * @param reasons why the last attempt was refused
 */
public record TrialView(
        List<String> scenes,
        Instant now,
        String at,
        String step,
        String holder,
        boolean open,
        List<ClockView> clocks,
        List<HistoryEntry> entries,
        List<Choice> actions,
        Optional<TrialForm> form,
        List<Reason> reasons) {

    /** The action whose form is shown, and who may be imagined to take it. */
    public record TrialForm(String action, String name, List<Choice> roles, String role, List<FieldView> fields) {}
}

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
 * The state of an imaginary order.
 *
 * @param scenes the scenes so far, as text for the form
 * @param now the time of the last scene
 * @param at the local time in the form, for example 2026-11-16T09:00
 * @param step its step; empty before it is raised
 * @param holder who holds it; empty if nobody does
 * @param entries its history, the newest first
 * @param actions the actions that somebody may take now
 * @param form the form of the chosen action; empty if none is chosen
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

    /** The form of an action, and the roles that may take it. */
    public record TrialForm(String action, String name, List<Choice> roles, String role, List<FieldView> fields) {}
}

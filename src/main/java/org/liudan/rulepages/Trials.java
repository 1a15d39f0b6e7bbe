package org.liudan.rulepages;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liudan.drawing.MethodWording;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Role;
import org.liudan.orders.forms.ActionForms;
import org.liudan.orders.wording.ClockView;
import org.liudan.orders.wording.EventNarrator;
import org.liudan.orders.wording.HistoryEntry;
import org.liudan.privacy.Seals;
import org.liudan.rulepages.Rehearsal.RehearsalResult;
import org.liudan.web.FieldView.Choice;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Runs an imaginary order through a method and shows its state. */
@Component
class Trials {

    private final ActionForms forms;
    private final Seals seals;

    Trials(ActionForms forms, Seals seals) {
        this.forms = forms;
        this.seals = seals;
    }

    /**
     * A request to the trial.
     *
     * @param scenes the scenes so far
     * @param next the scene to add; empty to show only the state
     * @param chosen the id of the action whose form is shown; empty for none
     * @param at the local time that was typed in the form; empty for none
     */
    record TrialRequest(List<TrialScene> scenes, Optional<TrialScene> next, String chosen, String at) {

        static final TrialRequest EMPTY = new TrialRequest(List.of(), Optional.empty(), "", "");
    }

    TrialView view(PageContext context, Method method, TrialRequest request) {
        var rehearsal = new Rehearsal(method, context.directory(), context.calendar(), seals::seal);
        var scenes = new ArrayList<>(request.scenes());
        request.next().ifPresent(scenes::add);
        var result = rehearsal.play(scenes, context.now().truncatedTo(ChronoUnit.MINUTES));
        boolean refused = !result.refused().isEmpty();
        var chosen = refused ? scenes.get(result.played()).action() : request.chosen();
        var attempted = refused ? scenes.get(result.played()) : new TrialScene("", "", "", Map.of());
        var typed = rehearsal.time(refused ? attempted.at() : request.at());
        var trialContext = context.at(result.now());
        var wording = new MethodWording(trialContext, method);
        return new TrialView(
                scenes.subList(0, result.played()).stream()
                        .map(TrialScene::toString)
                        .toList(),
                result.now(),
                local(
                        typed.filter(at -> result.events().isEmpty() || at.isAfter(result.now()))
                                .orElse(result.now()),
                        context),
                result.order().events() == 0 ? "" : wording.step(result.order().step()),
                result.order()
                        .holder()
                        .map(seat -> context.unit(seat.unit()) + " " + context.post(seat.post()))
                        .orElse(""),
                result.order().open(),
                clocks(trialContext, method, result),
                history(trialContext, method, result),
                rehearsal.possibleActions(result).stream()
                        .map(action -> new Choice(action.id(), wording.text(action.name())))
                        .toList(),
                Optional.ofNullable(method.actions().get(chosen))
                        .map(action -> form(wording, action, result, attempted)),
                result.refused());
    }

    private static String local(Instant now, PageContext context) {
        return now.atZone(context.calendar().hours().zone())
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static List<ClockView> clocks(PageContext trialContext, Method method, RehearsalResult result) {
        return result.order().running().stream()
                .map(clock -> ClockView.of(
                        clock, trialContext.w(method.clock(clock.clock()).name()), trialContext))
                .toList();
    }

    private List<HistoryEntry> history(PageContext trialContext, Method method, RehearsalResult result) {
        var narrator = new EventNarrator(trialContext, method, List.of(), seals);
        var entries = new ArrayList<>(
                result.events().stream().map(narrator::forOfficers).toList());
        Collections.reverse(entries);
        return entries;
    }

    private TrialView.TrialForm form(
            MethodWording wording, Action action, RehearsalResult result, TrialScene attempted) {
        var method = wording.method();
        var seats = new TrialSeats(
                method, result.order(), attempted.answers(), wording.context().directory());
        var roles = action.by().stream()
                .filter(role -> !(role instanceof Role.Machine))
                .map(role -> new Choice(role.toString(), wording.role(role) + seatName(wording.context(), seats, role)))
                .toList();
        return new TrialView.TrialForm(
                action.id(),
                wording.text(action.name()),
                roles,
                attempted.role().isEmpty() && !roles.isEmpty() ? roles.get(0).value() : attempted.role(),
                forms
                        .fields(
                                wording.context(),
                                method,
                                action,
                                result.order(),
                                Map.copyOf(attempted.answers()),
                                result.refused())
                        .stream()
                        .filter(field -> !field.type().files())
                        .toList());
    }

    private static String seatName(PageContext context, TrialSeats seats, Role role) {
        return role instanceof Role.Resident
                ? ""
                : seats.seat(role)
                        .map(seat -> context.t("trial.seat", context.unit(seat.unit()), context.post(seat.post())))
                        .orElse("");
    }
}

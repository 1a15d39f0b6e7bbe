package org.liudan.engine.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Seat;

/**
 * A method: how its orders are handled, as one file of the rulebook declares it. All maps keep the order of the file.
 *
 * @param measures the clocks that the figures measure, by what they measure: {@code answered} and {@code finished}
 * @param table the lines of its figures report; empty if the standard figures are enough
 * @param notice the written notice that serves its orders on a unit; empty if there is none
 * @param register the settings of a register; empty for a method that handles orders
 * @param roll the table of the children of one order; empty if there is none
 * @param survey the settings if its orders are surveys of a register; empty otherwise
 * @param readers for confidential orders: the only posts, besides the holder, that may read them; otherwise empty
 */
public record Method(
        String id,
        int version,
        LocalizedText name,
        Map<String, Ring> rings,
        Map<String, Party> parties,
        Map<String, LocalizedText> counters,
        Map<String, Field> fields,
        Map<String, ClockRule> clocks,
        Map<String, Step> steps,
        Map<String, Action> actions,
        Map<String, List<String>> measures,
        List<FigureLine> table,
        List<Role.PostOf> readers,
        Optional<WrittenNotice> notice,
        Optional<Register> register,
        Optional<PartsTable> roll,
        Optional<Survey> survey) {

    public Field field(String id) {
        return require(fields, id);
    }

    public Party party(String id) {
        return require(parties, id);
    }

    public ClockRule clock(String id) {
        return require(clocks, id);
    }

    public Step step(String id) {
        return require(steps, id);
    }

    /** The id of the field that holds the region of an order; empty if there is none. */
    public Optional<String> place() {
        return fields.values().stream()
                .filter(field -> field.type() == FieldType.REGION)
                .map(Field::id)
                .findFirst();
    }

    /** The same method under another version number. */
    public Method as(int number) {
        return new Method(
                id, number, name, rings, parties, counters, fields, clocks, steps, actions, measures, table, readers,
                notice, register, roll, survey);
    }

    /** True for a register that is not confidential. */
    public boolean openRegister() {
        return register.isPresent() && !confidential();
    }

    public boolean confidential() {
        return !readers.isEmpty();
    }

    /** True if some separation of duties checks who took this action. */
    public boolean recordsPerformer(String action) {
        return actions.values().stream()
                .map(Action::separationOfDuties)
                .anyMatch(eyes -> eyes.otherThan().contains(action)
                        || eyes.otherUnitThan().contains(action));
    }

    /** The openings of all its actions. */
    public List<CrossOrderRule.Opening> openings() {
        return actions.values().stream()
                .flatMap(action -> action.outgoing().opens().stream())
                .toList();
    }

    /** The name of a part that children have; empty if the part has no name. */
    public Optional<LocalizedText> part(String as) {
        return openings().stream()
                .filter(opening -> opening.as().equals(as))
                .flatMap(opening -> opening.name().stream())
                .findFirst();
    }

    /**
     * True if this actor may be able to raise an order by the action. The answers to its form decide in the end, because
     * they can choose the unit.
     */
    public boolean mightStart(Action start, Actor who, OrganisationLookup organisation) {
        return start.by().stream().anyMatch(role -> {
            if (who instanceof Actor.Officer officer) {
                return role instanceof Role.PostOf post && mayHoldPost(officer.seat(), post, organisation);
            }
            return who instanceof Actor.Resident ? role instanceof Role.Resident : role instanceof Role.Machine;
        });
    }

    /** True if the seat may be this post of the party's unit, whichever unit that will be, or its stand-in. */
    private boolean mayHoldPost(Seat seat, Role.PostOf post, OrganisationLookup organisation) {
        var party = party(post.party());
        return seat.post().equals(post.post()) && mayPlay(seat.unit(), party.source(), organisation)
                || party.otherwise()
                        .filter(standIn -> mayHoldPost(seat, standIn, organisation))
                        .isPresent();
    }

    private boolean mayPlay(String unit, Party.Source source, OrganisationLookup organisation) {
        if (source instanceof Party.Source.Given given) {
            return given.unit().equals(unit);
        }
        if (source instanceof Party.Source.OfRegion region) {
            return organisation.isOf(unit, region.level());
        }
        if (source instanceof Party.Source.Chosen chosen) {
            return organisation.isOf(unit, field(chosen.field()).kind().orElse(""));
        }
        return !(source instanceof Party.Source.Only only) || organisation.isOf(unit, only.kind());
    }

    /** The actions that raise an order. */
    public List<Action> starts() {
        return actions.values().stream().filter(Action::start).toList();
    }

    private <T> T require(Map<String, T> byId, String wanted) {
        var found = byId.get(wanted);
        if (found == null) {
            throw new IllegalArgumentException("Method " + id + " version " + version + " has no " + wanted);
        }
        return found;
    }
}

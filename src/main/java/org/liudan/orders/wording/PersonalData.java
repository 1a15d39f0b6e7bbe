package org.liudan.orders.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.order.Order;
import org.liudan.identity.Viewer;
import org.liudan.privacy.Masks;
import org.liudan.privacy.Seals;
import org.liudan.web.PageContext;

/** The resident who raised an order, as far as a viewer may know: masked, in full on request, or hidden. */
public record PersonalData(Seals seals, PageContext context, Viewer viewer, Order order) {

    /**
     * The resident's data, masked until it is revealed.
     *
     * @param mayReveal true if the reader may ask to see it in full; each such request is recorded
     */
    public record Shown(List<LabelledValue> facts, boolean mayReveal, boolean revealed) {}

    /** The data to show; empty if none is known or none may be shown. */
    public Optional<Shown> shown(boolean reveal) {
        var facts = new ArrayList<LabelledValue>();
        if (anonymous()) {
            facts.add(new LabelledValue(context.t("order.anonymous"), context.t("order.anonymous.text")));
        }
        if (!anonymous() || mayReveal()) {
            decrypted("person")
                    .ifPresent(name ->
                            facts.add(new LabelledValue(context.t("order.person"), reveal ? name : Masks.name(name))));
            decrypted("phone")
                    .ifPresent(phone -> facts.add(
                            new LabelledValue(context.t("order.phone"), reveal ? phone : Masks.phone(phone))));
            decrypted("id-number")
                    .ifPresent(number -> facts.add(
                            new LabelledValue(context.t("order.id-number"), reveal ? number : Masks.idNumber(number))));
        }
        return facts.isEmpty() ? Optional.empty() : Optional.of(new Shown(facts, mayReveal() && !reveal, reveal));
    }

    /**
     * Community and street may always contact the resident; the unit that holds the order only if the resident isn't anonymous.
     */
    public boolean mayReveal() {
        return mayReachResident(context, viewer)
                || !anonymous()
                        && order.holder()
                                .filter(seat -> seat.unit().equals(viewer.seat().unit()))
                                .isPresent();
    }

    /** True for communities and streets, which speak with the resident: they see the tracking code and may call. */
    public static boolean mayReachResident(PageContext context, Viewer viewer) {
        return context.directory()
                .unit(viewer.seat().unit())
                .filter(unit -> unit.kind().equals("community") || unit.kind().equals("street"))
                .isPresent();
    }

    private boolean anonymous() {
        return Boolean.TRUE.equals(order.fields().get("anonymous"));
    }

    private Optional<String> decrypted(String field) {
        return Optional.of(order.text(field)).filter(value -> !value.isEmpty()).map(seals::open);
    }
}

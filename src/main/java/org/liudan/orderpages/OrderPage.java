package org.liudan.orderpages;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Reason;
import org.liudan.orders.wording.Chain;
import org.liudan.orders.wording.ClockView;
import org.liudan.orders.wording.HistoryEntry;
import org.liudan.orders.wording.LabelledValue;
import org.liudan.orders.wording.PersonalData;
import org.liudan.web.FieldView;

/**
 * The page of one order for those who work on it.
 *
 * @param history its events, the latest first
 */
public record OrderPage(
        OrderPageHeading heading,
        OrderStanding standing,
        OrderContent content,
        PageActions actions,
        PageLinks links,
        List<HistoryEntry> history) {

    /**
     * What identifies the order.
     *
     * @param address the address of the page
     * @param method the name of its method
     */
    public record OrderPageHeading(String number, String address, String methodId, String method, String title) {}

    /**
     * Where the order is in its method.
     *
     * @param status the name of its step, for example 待部门接单
     * @param holder the unit and post that hold it; empty if it is closed
     * @param holderUnit the code of the unit that holds it; empty if it is closed
     */
    public record OrderStanding(
            String status,
            String holder,
            String holderUnit,
            boolean open,
            boolean supervised,
            Chain chain,
            List<ClockView> clocks) {}

    /**
     * What the order is about.
     *
     * @param text the text of the matter
     * @param personal the resident's data; empty if the reader may see none
     * @param point longitude and latitude; empty if the order has no point
     * @param map the address of the map that shows it; empty for an order without a point and for a confidential one
     * @param trackingCode the code with which the resident follows it; empty if the reader may not see it
     */
    public record OrderContent(
            String text,
            List<LabelledValue> facts,
            Optional<PersonalData.Shown> personal,
            String point,
            Optional<String> map,
            Optional<String> trackingCode) {}

    /**
     * The actions of the reader.
     *
     * @param unavailable actions of the current step that the reader may not take, and why
     * @param form the form that is shown
     * @param reasons why the last attempt was refused
     * @param completed the name of the action that has just been performed
     */
    public record PageActions(
            List<AvailableAction> available,
            List<UnavailableAction> unavailable,
            Optional<ActionForm> form,
            List<Reason> reasons,
            Optional<String> completed) {}

    /**
     * Where the page leads.
     *
     * @param survey true for the survey of a register, which has a page with its progress
     * @param hasCode true for a subject whose code can be printed and put up
     * @param returnTo the list from which the order was opened
     */
    public record PageLinks(RelatedOrders relatedOrders, boolean survey, boolean hasCode, ReturnTo returnTo) {}

    /** An action that the reader may take now. */
    public record AvailableAction(String action, String name, boolean main) {}

    /** The form of an action; {@code request} is the id that makes submitting it twice act once. */
    public record ActionForm(String action, String name, List<FieldView> fields, String request) {}

    /** An action that the reader may not take, and why. */
    public record UnavailableAction(String action, String name, String why) {}

    /** The address that shows the form of an action, in the list from which the order was opened or on its own page. */
    public String formAddress(String action, boolean inList) {
        var returnTo = links.returnTo();
        return inList
                ? returnTo.address() + "&do=" + action
                : heading.address() + returnTo.query() + (returnTo.isPresent() ? "&do=" : "?do=") + action;
    }

    /** True for a subject of a register. */
    public boolean isSubject() {
        return heading.address().startsWith("/subjects/");
    }
}

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
 * @param address of the page itself
 * @param method the name of its method
 * @param status where it stands, for example 待部门接单
 * @param holder who holds it; empty when closed
 * @param holderUnit the code of the unit that holds it; empty when closed
 * @param map the address of the map where it is marked; none for what has no place or is confidential
 * @param can actions open to the reader now
 * @param chosen the action whose form is shown
 * @param cannot actions of this step that are not open to the reader, and why
 * @param reasons why the last attempt was refused
 * @param survey true for the survey of a register, which has a page of how far it has come
 * @param coded true for a subject that has a code to be put up
 * @param back the list it was opened from
 * @param done the action that has just been done, to say so
 */
public record OrderPage(
        String number,
        String address,
        String methodId,
        String method,
        String title,
        String content,
        String status,
        String holder,
        String holderUnit,
        boolean open,
        boolean supervised,
        Chain chain,
        List<ClockView> clocks,
        List<LabelledValue> facts,
        Optional<PersonalData.Shown> personal,
        String point,
        Optional<String> map,
        List<HistoryEntry> history,
        List<Can> can,
        Optional<ActionForm> actionForm,
        List<UnavailableAction> cannot,
        List<Reason> reasons,
        Optional<String> completedAction,
        Optional<String> code,
        RelatedOrders family,
        boolean isSurvey,
        boolean hasCode,
        ReturnTo returnTo) {

    /** The address that shows the form of an action, in the list that the order was opened from or by itself. */
    public String form(String action, boolean inList) {
        return inList
                ? returnTo.address() + "&do=" + action
                : address + returnTo.query() + (returnTo.isPresent() ? "&do=" : "?do=") + action;
    }

    /** True for what is kept on a register. */
    public boolean isSubject() {
        return address.startsWith("/subjects/");
    }

    /** An action open to the reader. */
    public record Can(String action, String name, boolean main) {}

    /** The form that is shown. */
    public record ActionForm(String action, String name, List<FieldView> fields, String request) {}

    /** An action not open to the reader. */
    public record UnavailableAction(String action, String name, String why) {}
}

package org.liudan.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.liudan.engine.Action;
import org.liudan.engine.Actor;
import org.liudan.engine.Attempt;
import org.liudan.engine.Method;
import org.liudan.engine.Order;
import org.liudan.engine.Reason;
import org.liudan.engine.Role;
import org.liudan.kit.Pages;
import org.liudan.orders.Files;
import org.liudan.orders.Forms;
import org.liudan.orders.OrderDesk;
import org.liudan.orders.Outcome;
import org.liudan.orders.Sent;
import org.liudan.people.Directories;
import org.liudan.people.Seals;
import org.liudan.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/** Shows and takes the form of a start action, whoever fills it in. */
@Component
class Raising {

    static final String METHOD = "six-orders";

    private final OrderDesk desk;
    private final Rulebook rulebook;
    private final Directories directories;
    private final Forms forms;
    private final Files files;
    private final Pages pages;
    private final Seals seals;

    Raising(
            OrderDesk desk,
            Rulebook rulebook,
            Directories directories,
            Forms forms,
            Files files,
            Pages pages,
            Seals seals) {
        this.desk = desk;
        this.rulebook = rulebook;
        this.directories = directories;
        this.forms = forms;
        this.files = files;
        this.pages = pages;
        this.seals = seals;
    }

    /** What came of the form: the order, or the form again. */
    sealed interface Raised {

        record Order(org.liudan.engine.Order order) implements Raised {}

        record Again(RaiseForm form) implements Raised {}
    }

    /** An empty form, with some fields filled in beforehand. */
    RaiseForm empty(HttpServletRequest request, String action, Map<String, Object> filled) {
        return form(request, Draft.of(desk.nextId(), seals), action, new Sent(filled, List.of(), ""), List.of());
    }

    /** True for posts that the rulebook lets take a start action. */
    boolean may(String action, String post) {
        return action(action).by().stream()
                .anyMatch(role -> role instanceof Role.PostOf of && of.post().equals(post));
    }

    /** Raises the order that was sent. */
    Raised take(HttpServletRequest request, String action, Actor by) {
        var draft = Draft.read(String.valueOf(request.getParameter("draft")), seals)
                .orElseGet(() -> Draft.of(desk.nextId(), seals));
        var method = method();
        var sent = Sent.read(request, method, action(action), draft.id(), files);
        if (!sent.faults().isEmpty()) {
            return new Raised.Again(form(request, draft, action, sent, sent.faults()));
        }
        var outcome = desk.raise(METHOD, draft.id(), new Attempt(action, by, sent.answers()), draft.request());
        return outcome instanceof Outcome.Done done
                ? new Raised.Order(done.order())
                : new Raised.Again(form(request, draft, action, sent, ((Outcome.Refused) outcome).reasons()));
    }

    private RaiseForm form(HttpServletRequest request, Draft draft, String action, Sent sent, List<Reason> reasons) {
        var method = method();
        return new RaiseForm(
                draft.token(),
                forms.fields(
                        pages.screen(request),
                        method,
                        action(action),
                        Order.unraised(draft.id(), METHOD, method.version()),
                        sent.answers(),
                        reasons),
                List.copyOf(reasons));
    }

    private Method method() {
        return rulebook.current(directories.district(), METHOD);
    }

    private Action action(String id) {
        return Objects.requireNonNull(method().actions().get(id), id);
    }
}

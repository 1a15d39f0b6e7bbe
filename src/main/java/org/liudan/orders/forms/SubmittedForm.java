package org.liudan.orders.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;
import org.liudan.orders.attachments.Attachments;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * What a page sent for an action: the answers, with its files stored, and what is wrong with those.
 *
 * @param request the name of the request, so that pressing twice does it once
 */
public record SubmittedForm(Map<String, Object> answers, List<Reason> faults, String request) {

    /** The hidden field with the request's name. */
    public static final String REQUEST = "request";

    public static SubmittedForm nothing() {
        return new SubmittedForm(Map.of(), List.of(), "");
    }

    /** Reads the form of an action from a request. */
    public static SubmittedForm read(
            HttpServletRequest request, Method method, Action action, long order, Attachments files) {
        var answers = new HashMap<String, Object>();
        var faults = new ArrayList<Reason>();
        action.form().keySet().forEach(id -> {
            if (method.field(id).type().files()) {
                var all = new ArrayList<>(earlierFiles(request, id, order, files, faults));
                if (request instanceof MultipartHttpServletRequest multipart) {
                    all.addAll(files.store(order, id, multipart.getFiles(id + ".new"), faults));
                }
                if (!all.isEmpty()) {
                    answers.put(id, List.copyOf(all));
                }
            } else if (method.field(id).type().many()) {
                Optional.ofNullable(request.getParameterValues(id))
                        .ifPresent(values -> answers.put(id, List.of(values)));
            } else {
                Optional.ofNullable(request.getParameter(id)).ifPresent(value -> answers.put(id, value));
            }
        });
        var name = Optional.ofNullable(request.getParameter(REQUEST)).orElse("");
        return new SubmittedForm(
                answers,
                faults,
                name.matches("[A-Za-z0-9-]{8,64}")
                        ? name
                        : java.util.UUID.randomUUID().toString());
    }

    /** Files stored when the form was sent before; one that waited too long, or never was the order's, is asked for again. */
    private static List<String> earlierFiles(
            HttpServletRequest request, String id, long order, Attachments files, List<Reason> faults) {
        var named = request.getParameterValues(id);
        if (named == null) {
            return List.of();
        }
        var all = Stream.of(named).distinct().limit(Attachments.MOST_FILES).toList();
        var there = files.keep(order, all);
        if (there.size() < all.size()) {
            faults.add(new Reason("reason.file-gone", List.of(), Optional.of(id)));
        }
        return all.stream().filter(there::contains).toList();
    }
}

package org.liudan.orders.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;
import org.liudan.orders.attachments.Attachments;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * The submitted form of an action: its answers, with the files already stored, and the errors in its files.
 *
 * @param request the id of the request, so that submitting it twice acts once
 */
public record SubmittedForm(Map<String, Object> answers, List<Reason> faults, String request) {

    /** The hidden field with the id of the request. */
    public static final String REQUEST = "request";

    public static SubmittedForm nothing() {
        return new SubmittedForm(Map.of(), List.of(), "");
    }

    /** Reads the form of an action from a request. */
    public static SubmittedForm read(
            HttpServletRequest request, Method method, Action action, long order, Attachments attachments) {
        var answers = new HashMap<String, Object>();
        var errors = new ArrayList<Reason>();
        action.form().keySet().forEach(id -> {
            if (method.field(id).type().files()) {
                var ids = new ArrayList<>(earlierFiles(request, id, order, attachments, errors));
                if (request instanceof MultipartHttpServletRequest multipart) {
                    ids.addAll(attachments.store(order, id, multipart.getFiles(id + ".new"), errors));
                }
                if (!ids.isEmpty()) {
                    answers.put(id, List.copyOf(ids));
                }
            } else if (method.field(id).type().many()) {
                Optional.ofNullable(request.getParameterValues(id))
                        .ifPresent(values -> answers.put(id, List.of(values)));
            } else {
                Optional.ofNullable(request.getParameter(id)).ifPresent(value -> answers.put(id, value));
            }
        });
        var requestId = Optional.ofNullable(request.getParameter(REQUEST)).orElse("");
        return new SubmittedForm(
                answers,
                errors,
                requestId.matches("[A-Za-z0-9-]{8,64}")
                        ? requestId
                        : UUID.randomUUID().toString());
    }

    /**
     * The files that an earlier attempt stored. A file that was deleted meanwhile, or never belonged to the order, is an error:
     * the user has to add it again.
     */
    private static List<String> earlierFiles(
            HttpServletRequest request, String id, long order, Attachments attachments, List<Reason> errors) {
        var submitted = request.getParameterValues(id);
        if (submitted == null) {
            return List.of();
        }
        var ids = Stream.of(submitted).distinct().limit(Attachments.MOST_FILES).toList();
        var stored = attachments.keep(order, ids);
        if (stored.size() < ids.size()) {
            errors.add(new Reason("reason.file-gone", List.of(), Optional.of(id)));
        }
        return ids.stream().filter(stored::contains).toList();
    }
}

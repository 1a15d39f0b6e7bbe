package org.liudan.api;

import java.util.ArrayList;
import java.util.List;
import org.liudan.engine.method.Reason;
import org.liudan.orders.attachments.Attachments;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Stores files that programs upload, with the same checks as the forms of the pages. */
@Component
class ApiUploads {

    /** Files of an order. */
    record FileList(List<FileFacts> files) {}

    private final Attachments attachments;

    ApiUploads(Attachments attachments) {
        this.attachments = attachments;
    }

    /**
     * Stores files.
     *
     * @param order the id of the order or draft
     * @throws ApiRefusal if there is no file, or a file is too large or not allowed
     */
    FileList store(long order, List<MultipartFile> uploads, PageContext context) {
        var faults = new ArrayList<Reason>();
        var ids = attachments.store(order, "file", uploads, faults);
        faults.stream()
                .filter(fault -> fault.key().equals(Attachments.TOO_LARGE))
                .findFirst()
                .ifPresent(fault -> {
                    throw ApiRefusal.of(413, context.reason(fault));
                });
        if (!faults.isEmpty()) {
            throw ApiRefusal.of(faults, context);
        }
        if (ids.isEmpty()) {
            throw ApiRefusal.invalidField("file", context.t("problem.field.missing"));
        }
        return new FileList(attachments.of(order).stream()
                .filter(file -> ids.contains(file.id()))
                .map(FileFacts::of)
                .toList());
    }
}

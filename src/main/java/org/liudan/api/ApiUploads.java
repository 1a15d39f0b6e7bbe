package org.liudan.api;

import java.util.ArrayList;
import java.util.List;
import org.liudan.engine.method.Reason;
import org.liudan.orders.attachments.Attachments;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Stores files that programs send, as a form of a page does. */
@Component
class ApiUploads {

    /** Files of an order. */
    record FileList(List<FileFacts> files) {}

    private final Attachments attachments;

    ApiUploads(Attachments files) {
        this.attachments = files;
    }

    FileList store(long order, List<MultipartFile> sent, PageContext screen) {
        var faults = new ArrayList<Reason>();
        var ids = attachments.store(order, "file", sent, faults);
        faults.stream()
                .filter(fault -> fault.key().equals(Attachments.TOO_LARGE))
                .findFirst()
                .ifPresent(fault -> {
                    throw ApiRefusal.of(413, screen.reason(fault));
                });
        if (!faults.isEmpty()) {
            throw ApiRefusal.of(faults, screen);
        }
        if (ids.isEmpty()) {
            throw ApiRefusal.invalidField("file", screen.t("problem.field.missing"));
        }
        return new FileList(attachments.of(order).stream()
                .filter(file -> ids.contains(file.id()))
                .map(FileFacts::of)
                .toList());
    }
}

package org.liudan.api;

import java.util.ArrayList;
import java.util.List;
import org.liudan.engine.Reason;
import org.liudan.kit.Screen;
import org.liudan.orders.Files;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Stores files that programs send, as a form of a page does. */
@Component
class Uploads {

    /** Files of an order. */
    record FileList(List<FileFacts> files) {}

    private final Files files;

    Uploads(Files files) {
        this.files = files;
    }

    FileList store(long order, List<MultipartFile> sent, Screen screen) {
        var faults = new ArrayList<Reason>();
        var ids = files.store(order, "file", sent, faults);
        faults.stream()
                .filter(fault -> fault.key().equals(Files.TOO_LARGE))
                .findFirst()
                .ifPresent(fault -> {
                    throw Refusal.of(413, screen.reason(fault));
                });
        if (!faults.isEmpty()) {
            throw Refusal.of(faults, screen);
        }
        if (ids.isEmpty()) {
            throw Refusal.wrong("file", screen.t("problem.field.missing"));
        }
        return new FileList(files.of(order).stream()
                .filter(file -> ids.contains(file.id()))
                .map(FileFacts::of)
                .toList());
    }
}

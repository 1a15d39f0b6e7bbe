package org.liudan.api;

import org.liudan.orders.attachments.Attachments;

/**
 * A file of an order.
 *
 * @param id the SHA-256 of its content, in hexadecimal; answers to forms refer to files by it
 */
record FileFacts(String id, String name, String type, long bytes) {

    static FileFacts of(Attachments.Filed file) {
        return new FileFacts(file.id(), file.name(), file.type(), file.bytes());
    }
}

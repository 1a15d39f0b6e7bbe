package org.liudan.intake;

import java.util.HexFormat;
import java.util.Optional;
import org.liudan.privacy.Seals;

/**
 * The id of an order before it is raised, and a signed token that carries it through the form. So its attachments can be
 * stored before the order exists, and submitting the form twice raises it only once.
 */
public record Draft(long id, String token) {

    /** A draft for a new order id. */
    public static Draft of(long id, Seals seals) {
        return new Draft(id, id + "." + signature(id, seals));
    }

    /** The draft of a token; empty if the token is malformed or its signature is wrong. */
    public static Optional<Draft> read(String token, Seals seals) {
        if (!token.matches("\\d{1,18}\\.[0-9a-f]{32}")) {
            return Optional.empty();
        }
        var id = Long.parseLong(token.substring(0, token.indexOf('.')));
        var draft = of(id, seals);
        return draft.token().equals(token) ? Optional.of(draft) : Optional.empty();
    }

    /** The request id of the only request that can raise this order. */
    public String request() {
        return "raise-" + id;
    }

    private static String signature(long id, Seals seals) {
        return HexFormat.of().formatHex(seals.hash("draft", Long.toString(id)), 0, 16);
    }
}

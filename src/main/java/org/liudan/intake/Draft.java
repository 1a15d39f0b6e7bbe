package org.liudan.intake;

import java.util.HexFormat;
import java.util.Optional;
import org.liudan.privacy.Seals;

/**
 * The id of an order about to be raised, which travels through the form with a mark that only we can make: its files
 * can be stored before it is raised, and sending the form twice raises it once.
 */
public record Draft(long id, String token) {

    public static Draft of(long id, Seals seals) {
        return new Draft(id, id + "." + mark(id, seals));
    }

    public static Optional<Draft> read(String token, Seals seals) {
        if (!token.matches("\\d{1,18}\\.[0-9a-f]{32}")) {
            return Optional.empty();
        }
        var id = Long.parseLong(token.substring(0, token.indexOf('.')));
        var draft = of(id, seals);
        return draft.token().equals(token) ? Optional.of(draft) : Optional.empty();
    }

    /** Names the one request that can raise this order. */
    public String request() {
        return "raise-" + id;
    }

    private static String mark(long id, Seals seals) {
        return HexFormat.of().formatHex(seals.hash("draft", Long.toString(id)), 0, 16);
    }
}

package org.liudan.administration;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Reason;

/**
 * One account.
 *
 * @param state the end of a message key
 * @param self true for the reader's own account, which they can't change
 * @param password one to be used once, shown this time only
 * @param made true when the account was just made
 * @param done what was just done, as a message key
 */
public record PersonPage(
        String account,
        String name,
        String state,
        boolean ended,
        boolean self,
        List<HeldPost> posts,
        Optional<String> password,
        boolean made,
        Optional<String> done,
        List<Reason> reasons,
        String unit,
        String post,
        PostChoices choices) {

    /** One post: how it is sent, and its name. */
    public record HeldPost(String seat, String unit, String name) {}
}

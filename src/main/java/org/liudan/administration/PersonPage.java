package org.liudan.administration;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Reason;

/**
 * The page of one account.
 *
 * @param password a new one-time password, which is shown only once
 * @param created true if the account was just created
 * @param done what was just done, as a message key
 * @param form the form that gives a post
 */
public record PersonPage(
        PersonAccount person,
        List<HeldPost> posts,
        Optional<String> password,
        boolean created,
        Optional<String> done,
        PostForm form,
        PostChoices choices) {

    /**
     * The account.
     *
     * @param state the end of a message key
     * @param self true for the reader's own account, which they can't change
     */
    public record PersonAccount(String account, String name, String state, boolean ended, boolean self) {}

    /**
     * One post that the person holds.
     *
     * @param seat unit and post as they are submitted
     */
    public record HeldPost(String seat, String unit, String name) {}

    /**
     * The form that gives a post, filled in if it is shown again.
     *
     * @param reasons why the last action was refused
     */
    public record PostForm(String unit, String post, List<Reason> reasons) {}
}

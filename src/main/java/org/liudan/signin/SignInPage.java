package org.liudan.signin;

import java.util.List;
import java.util.Optional;

/**
 * The sign-in page.
 *
 * @param fault the error as a message key
 * @param minutes how long the account stays locked; 0 if it is not
 * @param demo the accounts of the demonstration; empty outside it
 * @param password the password of the demonstration accounts
 * @param interrupted the page or form to continue with
 */
public record SignInPage(
        String account,
        Optional<String> fault,
        long minutes,
        List<String> demo,
        String password,
        InterruptedForm interrupted) {}

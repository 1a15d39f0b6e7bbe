package org.liudan.signin;

import java.util.List;
import java.util.Optional;

/**
 * The sign-in page.
 *
 * @param fault what went wrong, as a message key
 * @param minutes how long the account stays locked, if it is
 * @param demo the accounts of the demonstration; empty anywhere else
 * @param typed what goes on after it
 */
public record SignInPage(
        String account,
        Optional<String> fault,
        long minutes,
        List<String> demo,
        String password,
        InterruptedForm typed) {}

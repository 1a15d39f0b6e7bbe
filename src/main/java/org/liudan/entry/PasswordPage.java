package org.liudan.entry;

import java.util.Optional;

/**
 * Where somebody changes their password.
 *
 * @param must true when it has to be changed before anything else
 * @param fault what is wrong with it, as a message key
 */
public record PasswordPage(boolean must, Optional<String> fault, boolean done) {}

package org.liudan.intake;

import java.util.Optional;

/**
 * The page where a tracking code is entered.
 *
 * @param typed the code as it was entered
 * @param fault the message key of the error; empty if there is none
 */
public record FindPage(String typed, Optional<String> fault) {}

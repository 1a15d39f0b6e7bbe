package org.liudan.intake;

import java.util.Optional;

/**
 * Where a tracking code is typed.
 *
 * @param fault the message key of what is wrong with it
 */
public record FindPage(String typed, Optional<String> fault) {}

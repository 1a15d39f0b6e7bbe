package org.liudan.intake;

import java.util.List;

/**
 * The front page.
 *
 * @param others what can be raised besides the district's main matter
 */
public record HomePage(List<StartPage.Other> others) {}

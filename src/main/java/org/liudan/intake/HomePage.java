package org.liudan.intake;

import java.util.List;

/**
 * The front page.
 *
 * @param starts what can be raised besides the district's main type of order
 */
public record HomePage(List<StartPage.StartLink> starts) {}

package org.liudan.intake;

/** The front page. */
public record HomePage() {}

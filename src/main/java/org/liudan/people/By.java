package org.liudan.people;

/** Who acts, and from where: what every line of the audit says. */
public record By(String account, String address) {}

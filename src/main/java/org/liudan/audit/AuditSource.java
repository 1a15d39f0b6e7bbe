package org.liudan.audit;

/** Who acts, and from where: what every line of the audit says. */
public record AuditSource(String account, String address) {}

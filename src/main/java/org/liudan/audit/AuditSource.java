package org.liudan.audit;

/** Who acts and from which network address; part of every audit entry. */
public record AuditSource(String account, String address) {}

package org.liudan.orders.wording;

/** A label and a value, both in the reader's words. */
public record LabelledValue(String label, String value) {}

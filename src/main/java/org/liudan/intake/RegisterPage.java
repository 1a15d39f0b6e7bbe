package org.liudan.intake;

/**
 * Where a clerk writes down what a resident said.
 *
 * @param done the number of the order just registered; empty at first
 * @param code its tracking code
 */
public record RegisterPage(RaiseForm form, String done, String code) {}

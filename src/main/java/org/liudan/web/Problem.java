package org.liudan.web;

import java.util.List;

/**
 * Why a program's request was refused, as {@code application/problem+json} (RFC 9457).
 *
 * @param type an address that names this kind of problem for good
 * @param title what it is, in the caller's language
 * @param detail what to do about it
 * @param errors what is wrong with which field
 */
public record Problem(String type, String title, int status, String detail, List<Fault> errors) {

    /** What is wrong with one field. */
    public record Fault(String field, String detail) {}
}

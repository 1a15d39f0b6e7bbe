package org.liudan.web;

import java.util.List;

/**
 * Why a program's request was refused, as {@code application/problem+json} (RFC 9457).
 *
 * @param type a URI that names this type of problem and never changes
 * @param title the problem in the caller's language
 * @param detail what to do about it
 * @param errors the errors of single fields
 */
public record Problem(String type, String title, int status, String detail, List<Fault> errors) {

    /** An error of one field. */
    public record Fault(String field, String detail) {}
}

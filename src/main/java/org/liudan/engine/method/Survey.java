package org.liudan.engine.method;

import java.util.List;
import java.util.Optional;

/**
 * What makes an order the survey of a register: everything on it that lies in an area is to be entered or visited since a
 * day.
 *
 * @param area the field that names the regions, or the unit whose region it is
 * @param since the field of the day on which it began
 * @param share the field that says how many of a hundred surveyed subjects are looked at again
 * @param again the action of the register by which a subject is looked at again
 * @param rectified the action of the register that says that a danger found was removed
 * @param same the fields of the register that two entries of the same thing have alike
 */
public record Survey(
        String register,
        String area,
        String since,
        Optional<String> share,
        Optional<String> again,
        Optional<String> rectified,
        List<String> same) {}

package org.liudan.engine.method;

import java.util.List;
import java.util.Optional;

/**
 * The settings that make an order the survey of a register: every subject in an area must be entered or visited on or
 * after a day.
 *
 * @param area the field that names the regions, or the unit whose region is surveyed
 * @param since the field that holds the first day
 * @param share the field that holds the percentage of surveyed subjects that are checked again
 * @param again the action of the register that checks a subject again
 * @param rectified the action of the register that records that a danger was removed
 * @param same the fields of the register by which duplicate entries are found: these are equal
 */
public record Survey(
        String register,
        String area,
        String since,
        Optional<String> share,
        Optional<String> again,
        Optional<String> rectified,
        List<String> same) {}

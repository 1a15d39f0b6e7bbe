package org.liudan.rulebook;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Thrown when a rulebook can't be used. Its message lists all faults, in Chinese and English. */
public class RulebookFaults extends RuntimeException {

    private final transient List<RulebookFault> faults;

    public RulebookFaults(List<RulebookFault> faults) {
        super(faults.stream()
                .map(fault -> fault.in(Locale.CHINESE) + "\n    " + fault.reason(Locale.ENGLISH))
                .collect(Collectors.joining("\n", faults.size() + " fault(s) in the rulebook:\n", "")));
        this.faults = List.copyOf(faults);
    }

    public List<RulebookFault> faults() {
        return faults;
    }
}

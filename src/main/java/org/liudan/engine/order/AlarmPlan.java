package org.liudan.engine.order;

import java.util.List;
import java.util.Optional;
import org.liudan.calendar.Limit;

/**
 * When a run of a clock asks for attention.
 *
 * @param warnAt the share of the working time, between 0 and 1, after which a warning is due
 * @param escalateAfter how long a breach has lasted when each escalation is due, in their order
 * @param repeatEvery how often the last escalation is repeated; empty when it happens once
 */
public record AlarmPlan(double warnAt, List<Limit> escalateAfter, Optional<Limit> repeatEvery) {}

package org.liudan.engine.order;

import java.util.List;
import java.util.Optional;
import org.liudan.calendar.Limit;

/**
 * When a run of a clock raises alarms: a warning, and escalations after a breach.
 *
 * @param warnAt the share of the working time, between 0 and 1, after which a warning is due
 * @param escalateAfter how long after the deadline each escalation is due, in order
 * @param repeatEvery how often the last escalation is repeated; empty if it happens only once
 */
public record AlarmPlan(double warnAt, List<Limit> escalateAfter, Optional<Limit> repeatEvery) {}

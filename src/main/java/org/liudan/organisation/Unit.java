package org.liudan.organisation;

import org.liudan.engine.method.LocalizedText;

/**
 * An office that can hold orders.
 *
 * @param kind {@code district}, {@code street}, {@code community}, {@code grid}, {@code micro-grid}, {@code office},
 *     {@code department}, {@code leader}, {@code supervision} or {@code discipline}
 * @param parent the code of the unit above; empty at the top
 * @param region the region that it serves; empty for a unit of the whole district
 * @param ended true if it no longer takes orders
 */
public record Unit(String code, LocalizedText name, String kind, String parent, String region, boolean ended) {}

package org.liudan.people;

/**
 * A place in the administrative division.
 *
 * @param code the official code: 6 digits a county, 9 a street or township, 12 a community or village
 * @param level {@code province}, {@code city}, {@code county}, {@code street} or {@code community}
 * @param parent the code of the region above; empty at the top
 */
public record Region(String code, String name, String level, String parent) {}

package org.liudan.batches;

import java.util.List;

/** How far moving orders over has come, for the administrator: by their numbers. */
public record MigrationProgressPage(
        String method, String name, boolean finished, int done, int refused, List<BatchPage.One> all) {}

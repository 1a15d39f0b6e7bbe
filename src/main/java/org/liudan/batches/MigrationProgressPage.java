package org.liudan.batches;

import java.util.List;

/** The progress of a migration of orders, for the administrator. It shows order numbers only. */
public record MigrationProgressPage(
        String method, String name, boolean finished, int done, int refused, List<BatchPage.BatchItem> items) {}

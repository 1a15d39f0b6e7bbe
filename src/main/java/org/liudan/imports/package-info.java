/** Rows of Excel and CSV files into registers: previewed, entered row by row, and undone. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "engine.decision",
            "engine.method",
            "engine.order",
            "identity",
            "jobs",
            "orders.bulk",
            "orders.desk",
            "organisation",
            "privacy",
            "rulebook",
            "web"
        })
package org.liudan.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

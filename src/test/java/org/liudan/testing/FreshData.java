package org.liudan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each application context of the tests an empty data folder of its own. */
final class FreshData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            var target = Files.createDirectories(Path.of("target", "test-data"));
            TestPropertyValues.of(
                            "liudan.data=" + Files.createTempDirectory(target, "run-"),
                            "liudan.demo=false",
                            "liudan.deadlines.enabled=false",
                            // contexts share databases and end together, one after the other's database
                            "spring.task.scheduling.shutdown.await-termination=false",
                            "spring.main.allow-bean-definition-overriding=true")
                    .applyTo(context);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

package org.liudan.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.liudan.Liudan;
import org.liudan.commands.Commands;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * The program on a machine whose clock is off by as many seconds as a file says, which may change while it runs. It bears no
 * stereotype, so that no other test finds it.
 */
@Import(Liudan.class)
public class Shifted {

    public static void main(String[] args) {
        Commands.start(Shifted.class, args);
    }

    @Bean
    @Primary
    Clock shiftedClock() {
        return new Off(Path.of(System.getProperty("faults.clock")));
    }

    private static final class Off extends Clock {

        private final Path file;

        private Off(Path file) {
            this.file = file;
        }

        @Override
        public Instant instant() {
            try {
                return Instant.now()
                        .plus(Duration.ofSeconds(
                                Long.parseLong(Files.readString(file).strip())));
            } catch (IOException | NumberFormatException beingWritten) {
                return instant();
            }
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Not needed");
        }
    }
}

package org.liudan;

import java.time.Clock;
import org.liudan.commands.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts Liudan. */
@SpringBootApplication
public class Liudan {

    public static void main(String[] args) {
        Commands.start(Liudan.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

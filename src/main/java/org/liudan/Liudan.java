package org.liudan;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Liudan. */
@SpringBootApplication
@EnableScheduling
public class Liudan {

    public static void main(String[] args) {
        SpringApplication.run(Liudan.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

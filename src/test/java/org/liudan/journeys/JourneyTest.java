package org.liudan.journeys;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.extension.ExtendWith;
import org.liudan.testing.DistrictTest;
import org.springframework.test.context.TestPropertySource;

/** A test in a real browser on the whole application. Skipped, and says so, where there is no browser. */
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Towns.class)
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=journeys")
@interface JourneyTest {}

package org.liudan.journeys;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.extension.ExtendWith;
import org.liudan.testing.DistrictTest;
import org.springframework.test.context.TestPropertySource;

/** A test of the whole application in a real browser. It is skipped with a message when there is no browser. */
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(TownExtension.class)
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=journeys")
@interface JourneyTest {}

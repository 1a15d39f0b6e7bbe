package org.liudan.api;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.liudan.testing.DistrictTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The district that the tests of the API have to themselves, with programs in some of its posts. */
@Retention(RetentionPolicy.RUNTIME)
@DistrictTest
@Import(Callers.class)
@TestPropertySource(properties = {"liudan.webhooks.private-addresses=true", "liudan.webhooks.enabled=false"})
public @interface ApiDistrict {}

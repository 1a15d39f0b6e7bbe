package org.liudan.api;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.liudan.testing.DistrictTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test of the API: its tests share one application with a district and programs. */
@Retention(RetentionPolicy.RUNTIME)
@DistrictTest
@Import(Callers.class)
@TestPropertySource(properties = "liudan.webhooks.private-addresses=true")
public @interface ApiDistrict {}

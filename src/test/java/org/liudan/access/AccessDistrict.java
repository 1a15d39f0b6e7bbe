package org.liudan.access;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.liudan.testing.DistrictTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A district only for the tests of access, because they lock accounts and change passwords. */
@Retention(RetentionPolicy.RUNTIME)
@DistrictTest
@Import(RaisedOrders.RaisedOrderLookup.class)
@TestPropertySource(properties = "liudan.database-of=access")
@interface AccessDistrict {}

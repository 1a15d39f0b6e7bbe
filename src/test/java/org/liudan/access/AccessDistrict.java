package org.liudan.access;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.liudan.testing.DistrictTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The district that the tests of access have to themselves, since they lock accounts and change passwords in it. */
@Retention(RetentionPolicy.RUNTIME)
@DistrictTest
@Import(RaisedOrders.RaisedOrderLookup.class)
@TestPropertySource(properties = "liudan.database-of=access")
@interface AccessDistrict {}

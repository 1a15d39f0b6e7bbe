package org.liudan.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what takes a form and, when {@link FormRedisplay#asked}, does nothing but show it again as it was filled in. Whatever
 * bears this mark is reached without the token of forms, so it must ask before it does anything.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Redisplays {}

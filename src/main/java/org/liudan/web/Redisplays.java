package org.liudan.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a handler that, when {@link FormRedisplay#asked}, only shows the submitted form again as it was filled in. A
 * marked handler may be called without a valid CSRF token, so it must check this before it does anything else.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Redisplays {}

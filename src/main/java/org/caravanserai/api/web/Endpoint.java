package org.caravanserai.api.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.caravanserai.api.Scope;

/**
 * What an address is for and who may ask: anyone, if it tells only what is published, else whoever has a token with one of
 * the scopes. Both the gate and the description are made of it; a method without it answers nobody.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Endpoint {

    /** What it does, in a few English words. */
    String summary();

    /** What is worth knowing beside that. */
    String description() default "";

    /** Whether anyone may ask, without a token. */
    boolean published() default false;

    /** The scopes of which a token needs one. */
    Scope[] needs() default {};

    /** What it answers with; {@code Void} for nothing. */
    Class<?> answers();

    /** Whether it answers with pages of a list of that. */
    boolean paged() default false;
}

package org.caravanserai.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What makes or asks something for tests. It is there in every application under test, so that tests need no application of
 * their own for it, and is made when first asked for.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
@Lazy
public @interface Fixture {}

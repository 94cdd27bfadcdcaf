package org.caravanserai.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A service method, or all methods of a service, for other services and jobs alone: whoever calls it has decided on
 * access already. No view and no controller may call it; a test sees to that.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Internal {}

package org.caravanserai.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the running demonstration in a real browser. The server listens on a free port of this machine alone, with an
 * empty database of its own that gets the demonstration meeting; {@code -Dtest.database=postgresql} puts it on PostgreSQL.
 * Its address is the property {@code caravanserai.base-address}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ActiveProfiles("demo")
@ContextConfiguration(initializers = {TestDatabase.class, FreePort.class})
public @interface EndToEnd {}

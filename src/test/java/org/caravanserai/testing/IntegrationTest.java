package org.caravanserai.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A test of the whole application without a browser. It runs twice in the build: on H2 and on PostgreSQL. All such tests
 * of one JVM share one application and one database, so each makes the meetings and people it needs.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = "caravanserai.outside.allow=127.0.0.1:*")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestBeans.class)
@TestExecutionListeners(
        listeners = {ClockReset.class, OwnSecurity.class},
        mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@Tag("database")
public @interface IntegrationTest {}

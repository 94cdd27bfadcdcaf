package org.caravanserai.testing;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Lets the clock follow the system's again after each test: all tests of one JVM share it. */
class ClockReset extends AbstractTestExecutionListener {

    @Override
    public void afterTestMethod(TestContext context) {
        context.getApplicationContext().getBeanProvider(TestClock.class).ifAvailable(TestClock::reset);
    }
}

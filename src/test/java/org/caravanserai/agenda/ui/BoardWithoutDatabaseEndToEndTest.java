package org.caravanserai.agenda.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.caravanserai.testing.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The database stops while organisers work: it is said, the card goes back, and nothing is lost. */
@Import(BoardWithoutDatabaseEndToEndTest.Stopping.class)
class BoardWithoutDatabaseEndToEndTest extends BoardsInBrowser {

    private static final AtomicBoolean STOPPED = new AtomicBoolean();

    /** A database that can be made to answer no more. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Stopping {

        @Bean
        static BeanPostProcessor stopping() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source ? new Stoppable(source) : bean;
                }
            };
        }
    }

    private static final class Stoppable extends DelegatingDataSource {

        Stoppable(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws java.sql.SQLException {
            if (STOPPED.get()) {
                throw new SQLTransientConnectionException("the database has been stopped");
            }
            return super.getConnection();
        }
    }

    @Test
    void aMoveThatCannotBeWrittenIsSaidAndItsCardGoesBack() {
        agenda(6, 3);
        var page = board("organiser");
        STOPPED.set(true);
        try {
            drag(page, "Session 0", 0, 180);
            page.locator("vaadin-notification-card:has-text('database cannot be reached')")
                    .waitFor();
            stands(page, "Session 0", "09:00–10:00");
            Browser.keep(page, "board-without-database");
            assertThat(page.locator(".ab-pending").count()).isZero();
        } finally {
            STOPPED.set(false);
        }
        assertThat(logged()).isZero();
        page.waitForCondition(() -> page.locator(".ab-offline-line").innerText().isEmpty());
        settled(page);

        drag(page, "Session 0", 0, 180);
        stands(page, "Session 0", "11:00–12:00");
        untilLogged(page, 1);
        assertNoFaults(faults());
    }
}

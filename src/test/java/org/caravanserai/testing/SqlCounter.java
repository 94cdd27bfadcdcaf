package org.caravanserai.testing;

import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Counts the SQL statements that a piece of work sends on its own thread, so that a test can show that a list costs the
 * same number for ten rows and for a thousand. A batch counts as one.
 */
public final class SqlCounter implements BeanPostProcessor {

    private static final ThreadLocal<Integer> SENT = ThreadLocal.withInitial(() -> 0);

    SqlCounter() {}

    /** How many statements the work sends to the database. */
    public static int count(Runnable work) {
        int before = SENT.get();
        work.run();
        return SENT.get() - before;
    }

    /** As {@link #count(Runnable)}, for work with a result. */
    public static <T> Counted<T> counting(Supplier<T> work) {
        int before = SENT.get();
        var result = work.get();
        return new Counted<>(result, SENT.get() - before);
    }

    /**
     * A result and what it cost.
     *
     * @param result what the work returned
     * @param statements the statements it sent
     */
    public record Counted<T>(T result, int statements) {}

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source
                ? ProxyDataSourceBuilder.create(name, source)
                        .listener(new Listener())
                        .build()
                : bean;
    }

    private static final class Listener implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            SENT.set(SENT.get() + 1);
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}
    }
}

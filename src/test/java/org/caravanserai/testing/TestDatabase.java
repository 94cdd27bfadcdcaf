package org.caravanserai.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives each application context an empty database of its own: H2 in memory, or, with {@code -Dtest.database=postgresql},
 * a database of one embedded PostgreSQL that lives as long as the JVM.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static @Nullable EmbeddedPostgres postgres;

    /** Whether tests of this JVM run on PostgreSQL. */
    public static boolean isPostgres() {
        return "postgresql".equals(System.getProperty("test.database"));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + newUrl(),
                        "spring.datasource.username=" + (isPostgres() ? "postgres" : "sa"),
                        "spring.datasource.password=" + (isPostgres() ? "postgres" : ""),
                        "spring.datasource.hikari.maximum-pool-size=8",
                        "caravanserai.search.folder=target/search/" + UUID.randomUUID())
                .applyTo(context);
    }

    /** The address of a new, empty database. */
    public static String newUrl() {
        return isPostgres() ? newPostgres() : newH2();
    }

    /** The address of a new, empty H2 in memory, whatever this JVM's tests run on. */
    public static String newH2() {
        return "jdbc:h2:mem:" + newName() + ";LOCK_TIMEOUT=20000;DB_CLOSE_DELAY=-1";
    }

    private static String newName() {
        return "t" + UUID.randomUUID().toString().replace("-", "");
    }

    private static synchronized void stopPostgres() {
        try {
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a new, empty database of the embedded PostgreSQL, whatever this JVM's tests run on. */
    public static synchronized String newPostgres() {
        var name = newName();
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("fsync", "off")
                        .setRegisterShutdownHook(false)
                        .start();
                // Only once all applications are closed: closing, they still write, and would wait for it in vain.
                SpringApplication.getShutdownHandlers().add(TestDatabase::stopPostgres);
            }
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
            return postgres.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

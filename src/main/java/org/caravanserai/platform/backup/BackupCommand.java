package org.caravanserai.platform.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.zip.ZipException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * The options {@code --caravanserai.backup=FILE} and {@code --caravanserai.restore=FILE}: instead of the application, only
 * its database is opened, with the application's own settings.
 */
public final class BackupCommand {

    private static final Logger LOG = LoggerFactory.getLogger(BackupCommand.class);
    private static final String BACKUP = "caravanserai.backup";
    private static final String RESTORE = "caravanserai.restore";

    private BackupCommand() {}

    /** The database, and migrations that are not run by the way. */
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    static class Databases {

        @Bean
        static FlywayMigrationStrategy none() {
            return flyway -> {};
        }
    }

    /** Whether one of the two options is among these. */
    public static boolean isAskedFor(String[] args) {
        return Arrays.stream(args)
                .anyMatch(arg -> arg.startsWith("--" + BACKUP + "=") || arg.startsWith("--" + RESTORE + "="));
    }

    /** Does what was asked for; returns the exit code of the process. */
    public static int run(String[] args) {
        try (var context = new SpringApplicationBuilder(Databases.class)
                .web(WebApplicationType.NONE)
                .run(args)) {
            var backup =
                    new Backup(context.getBean(DataSource.class), context.getBean(Flyway.class), Clock.systemUTC());
            var settings = context.getEnvironment();
            var into = settings.getProperty(BACKUP);
            if (into != null) {
                backup.write(Path.of(into));
                LOG.info("The backup is {}", into);
            } else {
                var from = settings.getRequiredProperty(RESTORE);
                var manifest = backup.restore(Path.of(from));
                LOG.info("The backup of {} is restored, with the same checksums", manifest.madeAt());
            }
            return 0;
        } catch (IllegalArgumentException | ZipException | java.nio.file.NoSuchFileException e) {
            LOG.error("Nothing was done: {}", e.getMessage());
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.error("Nothing was done", e);
        }
        return 1;
    }
}

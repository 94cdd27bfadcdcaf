package org.caravanserai;

import org.caravanserai.platform.backup.BackupCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Caravanserai. */
@SpringBootApplication
public class CaravanseraiApplication {

    /**
     * Starts the web application; or backs its database up or restores it, where an option says so.
     *
     * @param args Spring Boot's command line options
     */
    public static void main(String[] args) {
        if (BackupCommand.isAskedFor(args)) {
            System.exit(BackupCommand.run(args));
        }
        SpringApplication.run(CaravanseraiApplication.class, args);
    }
}

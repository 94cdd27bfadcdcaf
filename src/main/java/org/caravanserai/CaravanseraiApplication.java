package org.caravanserai;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Caravanserai. */
@SpringBootApplication
public class CaravanseraiApplication {

    /**
     * Starts the web application.
     *
     * @param args Spring Boot's command line options
     */
    public static void main(String[] args) {
        SpringApplication.run(CaravanseraiApplication.class, args);
    }
}

package io.holdfast.command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The command side as its own process: intake, targeting and the shipment lifecycle, without queries. */
@SpringBootApplication
public class CommandSideApplication {
    /** Starts the application. */
    public static void main(String[] args) {
        SpringApplication.run(CommandSideApplication.class, args);
    }
}

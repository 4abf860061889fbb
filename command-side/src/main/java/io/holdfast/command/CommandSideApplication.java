package io.holdfast.command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Intake, targeting and the shipment's life, without the questions. */
@SpringBootApplication
public class CommandSideApplication {
    /** Starts and serves. */
    public static void main(String[] args) {
        SpringApplication.run(CommandSideApplication.class, args);
    }
}

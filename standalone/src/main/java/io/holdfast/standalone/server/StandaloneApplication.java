package io.holdfast.standalone.server;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Both sides in one application context. */
@SpringBootApplication(scanBasePackages = {"io.holdfast.command", "io.holdfast.projection"})
class StandaloneApplication {}

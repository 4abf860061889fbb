package io.holdfast.standalone.server;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The command side and the query side in one application context. */
@SpringBootApplication(scanBasePackages = {"io.holdfast.command", "io.holdfast.projection"})
class StandaloneApplication {}

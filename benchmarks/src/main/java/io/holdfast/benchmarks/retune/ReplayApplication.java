package io.holdfast.benchmarks.retune;

import io.holdfast.embeddedmongo.EmbeddedMongo;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Both sides in one application context, as in the product, for a replay. */
@SpringBootApplication(scanBasePackages = {"io.holdfast.command", "io.holdfast.projection"})
class ReplayApplication {
    /** Starts the application on a database; it accepts only local requests. */
    static ConfigurableApplicationContext on(EmbeddedMongo database) {
        return new SpringApplicationBuilder(ReplayApplication.class)
                .web(WebApplicationType.SERVLET)
                .profiles("demo")
                .registerShutdownHook(false)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--logging.level.io.holdfast=warn",
                        "--spring.mongodb.uri=" + database.connectionString());
    }
}

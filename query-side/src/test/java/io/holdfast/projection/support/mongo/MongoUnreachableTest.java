package io.holdfast.projection.support.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.projection.QuerySideApplication;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MongoUnreachableTest {
    @Test
    void a_start_without_a_database_ends_with_words(CapturedOutput output) {
        var application = new SpringApplicationBuilder(QuerySideApplication.class).profiles("demo");
        try (var context = application.run(
                "--server.port=0",
                "--spring.mongodb.uri=mongodb://127.0.0.1:9/holdfast?serverSelectionTimeoutMS=300")) {
            throw new AssertionError("It started: " + context);
        } catch (RuntimeException refused) {
            assertThat(output).contains("MongoDB cannot be reached").contains("MONGODB_URI");
        }
    }
}

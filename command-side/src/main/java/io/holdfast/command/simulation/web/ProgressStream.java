package io.holdfast.command.simulation.web;

import io.holdfast.command.simulation.Simulation;
import io.holdfast.command.simulation.Simulation.Progress;
import io.holdfast.runtime.limits.Places;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams the progress of a simulation to one client: an event {@code progress} at most four times a second and at
 * least every 15 seconds, and one named {@code done}, {@code failed} or {@code cancelled} at the end.
 */
final class ProgressStream {
    private static final Duration BETWEEN = Duration.ofMillis(250);
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofHours(2);

    private final Simulation simulation;
    private final SseEmitter emitter;
    private volatile boolean gone;

    private ProgressStream(Simulation simulation, SseEmitter emitter) {
        this.simulation = simulation;
        this.emitter = emitter;
    }

    /** @param place released when the client disconnects or the stream ends */
    static SseEmitter of(Simulation simulation, Places.Place place) {
        var emitter = new SseEmitter(LONGEST.toMillis());
        var stream = new ProgressStream(simulation, emitter);
        emitter.onCompletion(() -> {
            stream.gone = true;
            place.close();
        });
        emitter.onTimeout(() -> stream.gone = true);
        Thread.ofVirtual().name("simulation-progress").start(stream::run);
        return emitter;
    }

    private void run() {
        try {
            Progress told = tell(simulation.progress());
            while (!told.state().isLast() && !gone) {
                Thread.sleep(BETWEEN);
                told = tell(simulation.awaitChange(told, SILENCE));
            }
            emitter.complete();
        } catch (IOException | IllegalStateException left) {
            gone = true; // The client has disconnected.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            emitter.complete();
        }
    }

    private Progress tell(Progress now) throws IOException {
        var event = SseEmitter.event()
                .name(now.state().isLast() ? now.state().name().toLowerCase(Locale.ROOT) : "progress")
                .data(SimulationView.of(simulation, now), MediaType.APPLICATION_JSON);
        emitter.send(event);
        return now;
    }
}

package io.holdfast.runtime;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.actor.PortScope;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.shipment.SeizureLine;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.Check;
import io.holdfast.value.PortCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A minimal application with a controller that can be called wrongly in every way. */
@SpringBootApplication
public class TestApplication {
    public record Request(
            List<SeizureLine> lines, @JsonProperty int persons) {
        public Request {
            lines = Check.notEmpty(lines, "lines", 3);
        }
    }

    private static final AtomicBoolean BROKEN_OFF = new AtomicBoolean();

    /** Whether the last endless answer was cut off. */
    public static boolean brokenOff() {
        return BROKEN_OFF.get();
    }

    @RestController
    static class TestController {
        @GetMapping("/api/v1/test/me")
        @RequiresPermission(Permission.WORK_CASES)
        Map<String, String> me(Actor actor) {
            var me = new TreeMap<>(Map.of(
                    "id", actor.id().value(),
                    "roles",
                            actor.roles().stream()
                                    .map(Enum::name)
                                    .sorted()
                                    .toList()
                                    .toString(),
                    "address", actor.address(),
                    "scope", scope(actor.scope())));
            if (actor.homePort() != null) {
                me.put("port", actor.homePort().value());
            }
            return me;
        }

        @PostMapping("/api/v1/test/requests")
        @RequiresPermission(Permission.WORK_CASES)
        Request request(@RequestBody Request request) {
            return request;
        }

        @PostMapping("/api/v1/declarations")
        @RequiresPermission(Permission.WORK_CASES)
        String declare(HttpServletRequest request) throws IOException {
            request.getInputStream().readAllBytes();
            return "taken";
        }

        @PostMapping("/api/v1/test/release")
        @RequiresPermission(Permission.WORK_CASES)
        String release(@RequestHeader("If-Match") String version, @RequestHeader("X-Reason") String reason) {
            return version + reason;
        }

        @GetMapping("/api/v1/test/shipments/{id}")
        @RequiresPermission(Permission.WORK_CASES)
        String shipment(
                @PathVariable ShipmentId id,
                @RequestParam Status status,
                @RequestParam(required = false) LocalDate from,
                @RequestParam(defaultValue = "10") int limit) {
            return id + " " + status + " " + from + " " + limit;
        }

        @GetMapping("/api/v1/test/broken")
        @RequiresPermission(Permission.WORK_CASES)
        String broken() {
            throw new IllegalStateException("the password of the database is hunter2");
        }

        @GetMapping("/api/v1/test/slow")
        @RequiresPermission(Permission.WORK_CASES)
        String slow() throws InterruptedException {
            TimeUnit.SECONDS.sleep(1);
            return "at last";
        }

        @GetMapping("/api/v1/test/endless")
        @RequiresPermission(Permission.WORK_CASES)
        void endless(HttpServletResponse response) throws IOException {
            BROKEN_OFF.set(false);
            try {
                while (true) {
                    response.getOutputStream().write(new byte[8192]);
                }
            } finally {
                BROKEN_OFF.set(true);
            }
        }

        @GetMapping("/api/v1/test/versioned")
        @RequiresPermission(Permission.WORK_CASES)
        ResponseEntity<Map<String, Integer>> versioned() {
            return ResponseEntity.ok().eTag("\"7\"").body(Map.of("version", 7));
        }

        @GetMapping("/api/v1/test/forgotten")
        String forgotten() {
            return "nobody said who may";
        }

        private static String scope(PortScope scope) {
            return switch (scope) {
                case PortScope.All _ -> "*";
                case PortScope.Only(var ports) ->
                    ports.stream().map(PortCode::value).sorted().toList().toString();
            };
        }
    }
}

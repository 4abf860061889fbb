package io.holdfast.runtime.ops;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/** Checks that the settings make the demo, whose passwords are public, reachable from this machine only. */
final class OnThisMachine {
    private static final String ADDRESS = "server.address";
    private static final String MANAGEMENT_ADDRESS = "management.server.address";
    private static final String MANAGEMENT_PORT = "management.server.port";
    private static final String FORWARDED = "server.forward-headers-strategy";
    private static final String[] REMOTE_IP = {
        "server.tomcat.remoteip.remote-ip-header", "server.tomcat.remoteip.protocol-header"
    };

    private OnThisMachine() {}

    /** @throws UnsafeStartException for settings that make it reachable from elsewhere */
    static void require(PropertyResolver settings) {
        requireLoopback(settings, ADDRESS);
        if (settings.getProperty(MANAGEMENT_PORT) != null || settings.getProperty(MANAGEMENT_ADDRESS) != null) {
            requireLoopback(settings, MANAGEMENT_ADDRESS);
        }
        if (!"none".equals(settings.getProperty(FORWARDED, "none").toLowerCase(Locale.ROOT))) {
            throw refused(FORWARDED + " must be none");
        }
        for (String header : REMOTE_IP) {
            if (settings.getProperty(header) != null) {
                throw refused(header + " must not be set");
            }
        }
    }

    private static void requireLoopback(PropertyResolver settings, String property) {
        String address = settings.getProperty(property);
        if (!isLoopback(address)) {
            throw refused(property + " must be 127.0.0.1, is " + (address == null ? "not set" : address));
        }
    }

    private static boolean isLoopback(@Nullable String address) {
        try {
            return address != null
                    && !address.isBlank()
                    && InetAddress.getByName(address.strip()).isLoopbackAddress();
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }

    private static UnsafeStartException refused(String why) {
        return new UnsafeStartException(
                "profile demo is for this machine only, because everybody knows its passwords: " + why);
    }
}

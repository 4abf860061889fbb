package io.holdfast.runtime.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only requests from this machine reach the demo: on a connection that never left the machine, and addressed to
 * one of its names. A page of another site that resolves its own name to 127.0.0.1 (DNS rebinding) sends that name in
 * {@code Host}; a proxy adds forwarding headers.
 */
final class ThisMachineOnly extends OncePerRequestFilter {
    private static final Pattern NAMES =
            Pattern.compile("(?i)(localhost|127(\\.[0-9]{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1])(:[0-9]{1,5})?");
    private static final List<String> OF_PROXIES =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    private final ProblemsOfAccess problems;

    ThisMachineOnly(ProblemsOfAccess problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isFromHere(request)) {
            chain.doFilter(request, response);
        } else {
            problems.notThisMachine(request, response);
        }
    }

    private static boolean isFromHere(HttpServletRequest request) {
        String host = request.getHeader("Host");
        return isLoopback(request.getLocalAddr())
                && isLoopback(request.getRemoteAddr())
                && (host == null || NAMES.matcher(host).matches())
                && OF_PROXIES.stream().allMatch(header -> request.getHeader(header) == null);
    }

    /** Compares without a DNS lookup, because addresses of connections are numeric. */
    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException none) {
            return false;
        }
    }
}

package io.holdfast.runtime.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits the size of JSON bodies, whatever length they claim: reading beyond the limit throws
 * {@link BodyTooLargeException}. The bytes read by all requests in progress are limited too: {@link TooBusyException}.
 * Streams of lines (NDJSON, CSV) have no such limit; their readers limit each line.
 */
final class BodyLimitFilter extends OncePerRequestFilter {
    private static final String DRAFTS = "/api/v1/rule-sets/drafts";

    private final DataSize limit;
    private final DataSize draftLimit;
    private final DataSize atOnce;
    private final AtomicLong underWay = new AtomicLong();

    /**
     * @param draftLimit the limit for drafts of rule sets, which contain whole tables
     * @param atOnce the limit for all bodies of requests in progress together
     */
    BodyLimitFilter(DataSize limit, DataSize draftLimit, DataSize atOnce) {
        this.limit = limit;
        this.draftLimit = draftLimit;
        this.atOnce = atOnce;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isJson(request)) {
            chain.doFilter(request, response);
            return;
        }
        var bounded = new Bounded(request, limit(request));
        try {
            chain.doFilter(bounded, response);
        } finally {
            underWay.addAndGet(-bounded.read);
        }
    }

    private DataSize limit(HttpServletRequest request) {
        return request.getRequestURI().startsWith(DRAFTS) ? draftLimit : limit;
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null) {
            return false;
        }
        String bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return bare.equals("application/json") || bare.endsWith("+json");
    }

    private final class Bounded extends HttpServletRequestWrapper {
        private final DataSize limit;
        private long read;

        Bounded(HttpServletRequest request, DataSize limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (getContentLengthLong() > limit.toBytes()) {
                throw new BodyTooLargeException(limit);
            }
            return new Counted(super.getInputStream(), this);
        }

        private void count(int more) {
            read += more;
            if (underWay.addAndGet(more) > atOnce.toBytes()) {
                throw new TooBusyException("As much JSON is being read as this node takes at once");
            }
            if (read > limit.toBytes()) {
                throw new BodyTooLargeException(limit);
            }
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream in;
        private final Bounded body;

        Counted(ServletInputStream in, Bounded body) {
            this.in = in;
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            body.count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = in.read(into, offset, length);
            body.count(Math.max(count, 0));
            return count;
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}

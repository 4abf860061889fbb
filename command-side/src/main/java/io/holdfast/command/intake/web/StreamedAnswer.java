package io.holdfast.command.intake.web;

import io.holdfast.command.intake.IntakeResult;
import io.holdfast.command.intake.IntakeService;
import io.holdfast.runtime.web.PositionHeader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Streams results to the caller. Nothing is written before the first result, so until then the answer can still be a
 * problem. The log position is known only at the end, so it is a trailer (RFC 9110, 6.5).
 */
final class StreamedAnswer implements IntakeService.Results {
    private static final String STARTED = StreamedAnswer.class.getName() + ".started";

    private final AnswerForm form;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final LongSupplier endOfLog;
    private long results;

    /** @param endOfLog the position of the last event of the log */
    StreamedAnswer(AnswerForm form, HttpServletRequest request, HttpServletResponse response, LongSupplier endOfLog) {
        this.form = form;
        this.request = request;
        this.response = response;
        this.endOfLog = endOfLog;
    }

    /** Whether any result of this request has been written. */
    static boolean isStarted(HttpServletRequest request) {
        return request.getAttribute(STARTED) != null;
    }

    /** How many results have been written. */
    long results() {
        return results;
    }

    @Override
    public void accept(IntakeResult result) throws IOException {
        if (results == 0) {
            start();
            write(form.beforeFirst);
        } else {
            write(form.between);
        }
        write(form.result(result));
        results++;
    }

    @Override
    public void pause() throws IOException {
        if (results > 0) {
            response.flushBuffer();
        }
    }

    void end() throws IOException {
        write(form.end);
    }

    private void start() throws IOException {
        request.setAttribute(STARTED, true);
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(form.mediaType.toString());
        announcePosition();
        write(form.begin);
    }

    /** HTTP/1.0 has no trailers. */
    private void announcePosition() {
        if (!"HTTP/1.0".equals(request.getProtocol())) {
            response.setHeader("Trailer", PositionHeader.NAME);
            response.setTrailerFields(() -> Map.of(PositionHeader.NAME, Long.toString(endOfLog.getAsLong())));
        }
    }

    private void write(String text) throws IOException {
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}

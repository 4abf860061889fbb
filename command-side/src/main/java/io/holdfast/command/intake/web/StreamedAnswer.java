package io.holdfast.command.intake.web;

import io.holdfast.command.intake.DeclarationDesk;
import io.holdfast.command.intake.IntakeResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Results on their way to the caller. Nothing is written before the first one, so that until then a problem can be the answer. */
final class StreamedAnswer implements DeclarationDesk.Results {
    private static final String STARTED = StreamedAnswer.class.getName() + ".started";

    private final AnswerForm form;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private long results;

    StreamedAnswer(AnswerForm form, HttpServletRequest request, HttpServletResponse response) {
        this.form = form;
        this.request = request;
        this.response = response;
    }

    /** Whether results of this request were written. */
    static boolean isStarted(HttpServletRequest request) {
        return request.getAttribute(STARTED) != null;
    }

    /** How many results were written. */
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
        write(form.begin);
    }

    private void write(String text) throws IOException {
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}

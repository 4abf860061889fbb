package io.holdfast.runtime.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Answers errors that no exception handler mapped. An unexpected failure is logged in full under the correlation id;
 * the caller gets that id and no details.
 */
@Controller
class ErrorPage implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);

    @RequestMapping("${server.error.path:${error.path:/error}}")
    ResponseEntity<ProblemDetail> show(HttpServletRequest request) {
        HttpStatusCode status = status(request);
        if (status.is5xxServerError()) {
            LOG.error(
                    "unforeseen failure in {} {}",
                    request.getMethod(),
                    request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                    failure(request));
        }
        ProblemDetail problem = Problems.ofStatus(status);
        problem.setInstance(asked(request));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** The requested address, to be shown instead of the address of this page. */
    private static @Nullable URI asked(HttpServletRequest request) {
        Object address = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        try {
            return address == null ? null : new URI(address.toString());
        } catch (URISyntaxException notOne) {
            return null;
        }
    }

    /** The exception, without the wrapper that the dispatcher puts around it. */
    private static @Nullable Throwable failure(HttpServletRequest request) {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return thrown instanceof ServletException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : (Throwable) thrown;
    }

    private static HttpStatusCode status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatusCode.valueOf(code)
                : HttpStatus.INTERNAL_SERVER_ERROR;
    }
}

package io.tillflow.studio.connectors;

import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What programs hear when another part of the suite refuses or does not answer (RFC 9457). */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConnectorsProblems {
    private static final int UNAUTHORIZED = 401;

    @ExceptionHandler
    ProblemDetail away(Away away) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, away.peer().away(), Objects.toString(away.getMessage(), ""));
    }

    /** As the other side said it; only its not knowing our service token is nothing the caller can mend by signing in. */
    @ExceptionHandler
    ProblemDetail refused(Refused refused) {
        HttpStatusCode status =
                refused.status() == UNAUTHORIZED ? HttpStatus.BAD_GATEWAY : HttpStatusCode.valueOf(refused.status());
        return problem(status, refused.peer().refused(), refused.why());
    }

    private static ProblemDetail problem(HttpStatusCode status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return problem;
    }
}

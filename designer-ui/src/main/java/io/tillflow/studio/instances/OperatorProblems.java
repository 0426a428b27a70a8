package io.tillflow.studio.instances;

import io.tillflow.engine.BrokerUnavailable;
import io.tillflow.engine.Rejected;
import java.time.Instant;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What programs hear when a command is refused or nobody answers (RFC 9457). */
@RestControllerAdvice(
        basePackages = {
            "io.tillflow.studio.instances",
            "io.tillflow.studio.processes",
            "io.tillflow.studio.repair",
            "io.tillflow.studio.tasks"
        })
@Order(Ordered.HIGHEST_PRECEDENCE)
class OperatorProblems {

    @ExceptionHandler
    ProblemDetail refused(Rejected refused) {
        HttpStatus status = switch (refused.why()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case WRONG_STATE -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case FORBIDDEN -> HttpStatus.BAD_GATEWAY;
        };
        return problem(
                status,
                refused.done().isEmpty() ? "The engine refused" : "Only a part of it was done",
                Objects.toString(refused.getMessage(), ""));
    }

    @ExceptionHandler
    ProblemDetail away(BrokerUnavailable away) {
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                !away.done().isEmpty()
                        ? "Only a part of it was done"
                        : away.notTaken() ? "The process engine is busy" : "The process engine is away",
                Objects.toString(away.getMessage(), ""));
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ProblemDetail unreadable(IllegalArgumentException unreadable) {
        return problem(
                HttpStatus.BAD_REQUEST, "A parameter cannot be read", Objects.toString(unreadable.getMessage(), ""));
    }

    /** A parameter or a part of the address that is of another kind than asked for. */
    @ExceptionHandler
    ProblemDetail unreadable(MethodArgumentTypeMismatchException unreadable) {
        Class<?> kind = Objects.requireNonNullElse(unreadable.getRequiredType(), Object.class);
        String expected = kind.equals(Instant.class)
                ? "an instant such as 2026-01-31T09:30:00Z"
                : kind.equals(Boolean.class) || kind.equals(boolean.class) ? "true or false" : "a number";
        return problem(
                HttpStatus.BAD_REQUEST,
                "A parameter cannot be read",
                "expected " + unreadable.getName() + " to be " + expected + ", but it was \"" + unreadable.getValue()
                        + "\"");
    }

    @ExceptionHandler
    ProblemDetail unreadableBody(HttpMessageNotReadableException unreadable) {
        Throwable cause = unreadable;
        while (cause.getCause() != null && !(cause instanceof IllegalArgumentException)) {
            cause = cause.getCause();
        }
        return problem(HttpStatus.BAD_REQUEST, "The request cannot be read", Objects.toString(cause.getMessage(), ""));
    }

    private static ProblemDetail problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return problem;
    }
}

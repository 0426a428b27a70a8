package io.tillflow.studio.connectors;

import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What programs hear when what they ask another part of the suite for refuses its own values (RFC 9457). */
@RestControllerAdvice(
        basePackages = {
            "io.tillflow.studio.connectors",
            "io.tillflow.studio.automations",
            "io.tillflow.studio.costs",
            "io.tillflow.studio.experiments",
            "io.tillflow.studio.intelligence",
            "io.tillflow.studio.letterboxes",
            "io.tillflow.studio.patterns",
            "io.tillflow.studio.schedules",
            "io.tillflow.studio.shop",
            "io.tillflow.studio.webhooks"
        })
@Order(Ordered.HIGHEST_PRECEDENCE)
class AskedWrongly {
    @ExceptionHandler
    ProblemDetail wrong(IllegalArgumentException wrong) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, Objects.toString(wrong.getMessage(), ""));
        problem.setTitle("Something is missing");
        return problem;
    }
}

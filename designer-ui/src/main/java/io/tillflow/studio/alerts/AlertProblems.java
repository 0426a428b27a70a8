package io.tillflow.studio.alerts;

import io.tillflow.studio.alerts.AlertRules.NameTaken;
import io.tillflow.studio.alerts.AlertRules.NoSuchRule;
import io.tillflow.studio.alerts.AlertsApi.NoSuchAlert;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What programs hear when a rule cannot be as they want it (RFC 9457). */
@RestControllerAdvice(basePackages = "io.tillflow.studio.alerts")
@Order(Ordered.HIGHEST_PRECEDENCE)
class AlertProblems {

    @ExceptionHandler
    ProblemDetail taken(NameTaken taken) {
        return problem(HttpStatus.CONFLICT, "The name is taken", taken);
    }

    @ExceptionHandler({NoSuchRule.class, NoSuchAlert.class})
    ProblemDetail missing(RuntimeException missing) {
        return problem(HttpStatus.NOT_FOUND, "There is no such thing", missing);
    }

    @ExceptionHandler
    ProblemDetail wrong(IllegalArgumentException wrong) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "The rule cannot be used", wrong);
    }

    private static ProblemDetail problem(HttpStatus status, String title, RuntimeException why) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, Objects.toString(why.getMessage(), ""));
        problem.setTitle(title);
        return problem;
    }
}

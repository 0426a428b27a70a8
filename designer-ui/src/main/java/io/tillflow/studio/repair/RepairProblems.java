package io.tillflow.studio.repair;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What programs hear that give two commands one idempotency key. */
@RestControllerAdvice(basePackages = "io.tillflow.studio.repair")
@Order(Ordered.HIGHEST_PRECEDENCE)
class RepairProblems {

    @ExceptionHandler
    ProblemDetail usedForAnother(KeyUsedForAnother key) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(key.getMessage()));
        problem.setTitle("The idempotency key belongs to another command");
        return problem;
    }
}

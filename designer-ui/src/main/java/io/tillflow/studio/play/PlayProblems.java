package io.tillflow.studio.play;

import io.tillflow.engine.CommandFailed;
import io.tillflow.sandbox.SandboxFailed;
import io.tillflow.studio.cases.CasesRefused;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What cannot be played, as problems. */
@RestControllerAdvice(basePackageClasses = PlayProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlayProblems {

    @ExceptionHandler
    ProblemDetail refused(ScenarioRefused refused) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "It cannot be played", refused);
    }

    @ExceptionHandler
    ProblemDetail refused(CasesRefused refused) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "The cases cannot be read", refused);
    }

    @ExceptionHandler
    ProblemDetail refused(CommandFailed refused) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "The sandbox engine refuses it", refused);
    }

    @ExceptionHandler
    ProblemDetail full(NoSeat full) {
        return problem(HttpStatus.TOO_MANY_REQUESTS, "Every place is taken", full);
    }

    @ExceptionHandler
    ProblemDetail failed(SandboxFailed failed) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "The sandbox engine is not well", failed);
    }

    private static ProblemDetail problem(HttpStatus status, String title, RuntimeException cause) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, String.valueOf(cause.getMessage()));
        problem.setTitle(title);
        return problem;
    }
}

package io.tillflow.studio.tasks;

import io.tillflow.studio.tasks.Drafts.DraftChanged;
import io.tillflow.studio.tasks.Refusals.DoesNotFit;
import io.tillflow.studio.tasks.Refusals.NoColleague;
import io.tillflow.studio.tasks.Refusals.Taken;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What programs hear when something is not done with a task (RFC 9457). */
@RestControllerAdvice(basePackages = "io.tillflow.studio.tasks")
@Order(Ordered.HIGHEST_PRECEDENCE)
class TaskProblems {

    @ExceptionHandler
    ProblemDetail taken(Taken taken) {
        String detail = taken.person().isEmpty()
                ? "Nobody has this task any more. Read it again first."
                : taken.person() + " has taken this task. Take another one, or ask for it back.";
        return problem(HttpStatus.CONFLICT, "The task is taken", detail);
    }

    @ExceptionHandler
    ProblemDetail changed(DraftChanged changed) {
        return problem(
                HttpStatus.PRECONDITION_FAILED, "The draft has changed", Objects.toString(changed.getMessage(), ""));
    }

    @ExceptionHandler
    ProblemDetail doesNotFit(DoesNotFit wrong) {
        ProblemDetail problem = problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "The answers do not fit the form",
                "Correct the fields named in \"errors\" and send the answers again.");
        problem.setProperty("errors", wrong.troubles());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail nobody(NoColleague nobody) {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "There is no such colleague",
                Objects.toString(nobody.getMessage(), ""));
    }

    private static ProblemDetail problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return problem;
    }
}

package io.tillflow.studio.tasks;

import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.tasks.TaskWork.Taken;
import io.tillflow.studio.tasks.TaskWork.Task;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tasks for programs, such as a robot that reviews: list, claim, complete. */
@RestController
@RequestMapping("/api/v1/tasks")
class TasksApi {

    private final TaskWork work;
    private final CurrentUser user;

    TasksApi(TaskWork work, CurrentUser user) {
        this.work = work;
        this.user = user;
    }

    record Line(
            String key,
            String instanceKey,
            String process,
            String processId,
            String element,
            String name,
            String businessKey,
            List<String> groups,
            @Nullable String claimedBy,
            @Nullable Instant due,
            Instant created,
            JsonNode order) {

        static Line of(Task task) {
            return new Line(
                    String.valueOf(task.key()),
                    String.valueOf(task.open().instanceKey()),
                    task.process(),
                    task.open().processId(),
                    task.open().elementId(),
                    task.name(),
                    task.open().businessKey(),
                    task.open().candidateGroups(),
                    task.claimedBy().orElse(null),
                    task.open().due().orElse(null),
                    task.open().createdAt(),
                    task.order());
        }
    }

    record Lines(List<Line> items, @Nullable String next) {}

    /** Open tasks, the most pressing first; {@code mine} narrows to those the caller has. */
    @GetMapping
    Lines list(@RequestParam(defaultValue = "false") boolean mine) {
        String me = user.name();
        List<Line> lines = work.open().stream()
                .filter(it -> !mine || it.claimedBy().filter(me::equals).isPresent())
                .map(Line::of)
                .toList();
        return new Lines(lines, null);
    }

    @GetMapping("/{key}")
    Line one(@PathVariable long key) {
        return work.find(key)
                .map(Line::of)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no open task with key " + key + "."));
    }

    @PostMapping("/{key}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void claim(@PathVariable long key) {
        work.claim(key);
    }

    @DeleteMapping("/{key}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(@PathVariable long key) {
        work.giveBack(key);
    }

    /** Completes the task; the body is an object of what was decided. */
    @PostMapping("/{key}/complete")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void complete(@PathVariable long key, @RequestBody ObjectNode variables) {
        work.complete(key, variables.toString());
    }

    @ExceptionHandler
    ProblemDetail taken(Taken taken) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, taken.person() + " has taken this task. Take another one, or ask for it back.");
        problem.setTitle("The task is taken");
        return problem;
    }
}

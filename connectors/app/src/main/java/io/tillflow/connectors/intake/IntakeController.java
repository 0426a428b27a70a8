package io.tillflow.connectors.intake;

import io.tillflow.connectors.provider.Page;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes events in and shows what became of them. */
@RestController
@RequestMapping("/api/v1/intake/events")
class IntakeController {
    private final Inbox inbox;

    IntakeController(Inbox inbox) {
        this.inbox = inbox;
    }

    record Result(String id, String status) {}

    record Answer(List<Result> results) {}

    @PostMapping
    Answer accept(@RequestBody byte[] body) {
        List<Event> events = EventReader.read(body);
        List<Inbox.Acceptance> accepted = inbox.accept(events);
        return new Answer(IntStream.range(0, events.size())
                .mapToObj(i ->
                        new Result(events.get(i).id(), accepted.get(i).name().toLowerCase(Locale.ROOT)))
                .toList());
    }

    @GetMapping
    Page<EventView> list(
            @RequestParam @Nullable EventState state,
            @RequestParam @Nullable String type,
            @RequestParam @Nullable String subject,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit) {
        return inbox.list(new Inbox.Filter(state, type, subject), Page.Request.of(after, limit));
    }

    @PostMapping("/{seq}/publication")
    ResponseEntity<Object> publishAgain(@PathVariable long seq) {
        if (inbox.publishAgain(seq)) {
            return ResponseEntity.accepted().build();
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT,
                "expected event " + seq
                        + " to be UNHEARD and no longer kept by the broker, or UNWANTED with its automation on again;"
                        + " look at its state and expiry");
        return ResponseEntity.of(problem).build();
    }

    @ExceptionHandler
    ProblemDetail refuse(EventReader.MalformedEvent malformed) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, malformed.getMessage());
        problem.setTitle("The whole batch is refused");
        return problem;
    }
}

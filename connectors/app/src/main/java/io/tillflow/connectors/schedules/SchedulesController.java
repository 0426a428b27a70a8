package io.tillflow.connectors.schedules;

import io.tillflow.connectors.intake.EventView;
import io.tillflow.connectors.intake.Inbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Schedules for the studio and the command line. */
@RestController
@RequestMapping("/api/v1/schedules")
class SchedulesController {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LOOK_AHEAD = 5;
    private static final int LOOK_BACK = 20;

    private final Schedules schedules;
    private final ScheduleBook book;
    private final Inbox inbox;
    private final Clock clock;

    SchedulesController(Schedules schedules, ScheduleBook book, Inbox inbox, Clock clock) {
        this.schedules = schedules;
        this.book = book;
        this.inbox = inbox;
        this.clock = clock;
    }

    record All(List<ScheduleView> items) {}

    record Firings(List<EventView> items) {}

    record Ahead(List<Instant> next) {}

    record Fired(String event) {}

    @GetMapping
    All all() {
        return new All(book.all().stream().map(this::view).toList());
    }

    @GetMapping("/{id}")
    ScheduleView one(@PathVariable String id) {
        return view(known(id));
    }

    @PutMapping("/{id}")
    ScheduleView save(@PathVariable String id, @RequestBody AskedSchedule asked) {
        schedules.save(asked.schedule(id, clock.instant()));
        return one(id);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable String id) {
        if (!book.delete(id)) {
            throw new Unknown(id);
        }
        return ResponseEntity.noContent().build();
    }

    /** When a timetable would be due next, without keeping it. */
    @PostMapping("/preview")
    Ahead preview(@RequestBody AskedSchedule asked) {
        return new Ahead(ahead(asked.timetable()));
    }

    @PostMapping("/{id}/firing")
    Fired fire(
            @PathVariable String id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return new Fired(schedules.fireNow(known(id), key));
    }

    /** The last events that it made, the newest first. */
    @GetMapping("/{id}/firings")
    Firings firings(@PathVariable String id) {
        return new Firings(newest(known(id), LOOK_BACK));
    }

    private List<EventView> newest(Schedule it, int most) {
        return inbox.newest(new Inbox.Origin(Schedules.SOURCE, it.message(), it.id() + "@"), most);
    }

    private Schedule known(String id) {
        return book.find(id).orElseThrow(() -> new Unknown(id));
    }

    private ScheduleView view(Schedule it) {
        return new ScheduleView(
                it.id(),
                it.cron(),
                it.zone(),
                it.misfire(),
                it.message(),
                JSON.readTree(it.data()),
                it.paused(),
                it.paused() ? List.of() : ahead(it.timetable()),
                it.lastDue(),
                it.leftOut(),
                book.begunBy(it.message()),
                newest(it, 1).stream().findFirst().orElse(null),
                it.changedAt(),
                it.changedBy());
    }

    private List<Instant> ahead(Timetable timetable) {
        return timetable.allAfter(clock.instant()).limit(LOOK_AHEAD).toList();
    }

    @ExceptionHandler
    ProblemDetail unknown(Unknown unknown) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, Objects.toString(unknown.getMessage(), ""));
    }

    /** No schedule has this id. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown(String id) {
            super("there is no schedule '" + id + "'");
        }
    }
}

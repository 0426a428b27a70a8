package io.tillflow.connectors.patterns;

import io.tillflow.connectors.intake.EventView;
import io.tillflow.connectors.intake.Inbox;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

/** Patterns for the studio and the command line. */
@RestController
@RequestMapping("/api/v1/patterns")
class PatternsController {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LOOK_BACK = 20;
    private static final int SHOWN = 200;

    private final Patterns patterns;
    private final PatternBook book;
    private final Figures figures;
    private final Inbox inbox;
    private final Clock clock;

    PatternsController(Patterns patterns, PatternBook book, Figures figures, Inbox inbox, Clock clock) {
        this.patterns = patterns;
        this.book = book;
        this.figures = figures;
        this.inbox = inbox;
        this.clock = clock;
    }

    record All(List<PatternView> items) {}

    record Firings(List<EventView> items) {}

    /**
     * When a rule would have been seen.
     *
     * @param currency what money is told in, in minor units; null where the metric is no money
     * @param items the newest of them, the newest first
     */
    record Past(long days, int times, String unit, @Nullable String currency, List<Sighting> items) {}

    record Fired(String event) {}

    record Choice(String metric, String unit, boolean perSku, boolean share) {}

    /** @param currency what money is told in, in minor units */
    record Choices(@Nullable String currency, List<Choice> items) {}

    @GetMapping
    All all() {
        return new All(book.all().stream().map(this::view).toList());
    }

    /** What can be watched. */
    @GetMapping("/metrics")
    Choices metrics() {
        return new Choices(
                currency(Metric.REVENUE),
                Arrays.stream(Metric.values())
                        .map(it -> new Choice(
                                it.word(), unit(it), it.perSku(), it.base().isPresent()))
                        .toList());
    }

    @GetMapping("/{id}")
    PatternView one(@PathVariable String id) {
        return view(known(id));
    }

    @PutMapping("/{id}")
    PatternView save(@PathVariable String id, @RequestBody AskedPattern asked) {
        book.put(asked.pattern(id, clock.instant()));
        return one(id);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable String id) {
        if (!book.delete(id)) {
            throw new Unknown(id);
        }
        return ResponseEntity.noContent().build();
    }

    /** When a rule would have been seen in the last 90 days, without keeping it. */
    @PostMapping("/preview")
    Past preview(@RequestBody AskedPattern asked) {
        Rule rule = asked.rule();
        List<Sighting> seen = patterns.past(rule);
        return new Past(
                Patterns.PAST.toDays(),
                seen.size(),
                unit(rule.metric()),
                currency(rule.metric()),
                seen.reversed().stream().limit(SHOWN).toList());
    }

    @PostMapping("/{id}/firing")
    Fired fire(
            @PathVariable String id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return new Fired(patterns.tellNow(known(id), key));
    }

    /** The last events that it made, the newest first. */
    @GetMapping("/{id}/firings")
    Firings firings(@PathVariable String id) {
        return new Firings(newest(known(id), LOOK_BACK));
    }

    private List<EventView> newest(Pattern it, int most) {
        return inbox.newest(new Inbox.Origin(Patterns.SOURCE, it.message(), it.id() + "@"), most);
    }

    private Pattern known(String id) {
        return book.find(id).orElseThrow(() -> new Unknown(id));
    }

    private static String unit(Metric metric) {
        return metric.unit().name().toLowerCase(Locale.ROOT);
    }

    private @Nullable String currency(Metric metric) {
        return metric.unit() == Metric.Unit.MONEY ? figures.currency().orElse(null) : null;
    }

    private PatternView view(Pattern it) {
        Rule rule = it.rule();
        return new PatternView(
                it.id(),
                rule.metric().word(),
                unit(rule.metric()),
                currency(rule.metric()),
                rule.each(),
                rule.span().word(),
                rule.zone().getId(),
                rule.compare().word(),
                rule.bound(),
                rule.fewest(),
                rule.restHours(),
                it.misfire().word(),
                it.message(),
                JSON.readTree(it.data()),
                it.paused(),
                it.lookedAt(),
                it.trouble(),
                it.leftOut(),
                book.begunBy(it.message()),
                newest(it, 1).stream().findFirst().orElse(null),
                it.changedAt(),
                it.changedBy());
    }

    @ExceptionHandler
    ProblemDetail unknown(Unknown unknown) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, Objects.toString(unknown.getMessage(), ""));
    }

    /** No pattern has this id. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown(String id) {
            super("there is no pattern '" + id + "'");
        }
    }
}

package io.tillflow.connectors.patterns;

import io.tillflow.connectors.intake.Event;
import io.tillflow.connectors.intake.Inbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes events of what is seen: an event's id is the pattern's, the window and the subject, so each comes once, whoever looks. */
@Service
class Patterns {
    /** Who tells these events. */
    static final String SOURCE = "pattern";

    /** What happened in a window may be written down a little after its end. */
    static final Duration SETTLING = Duration.ofSeconds(15);

    /** A look at the past goes so far back. */
    static final Duration PAST = Duration.ofDays(90);

    private static final Duration OPEN_WINDOWS_EVERY = Duration.ofMinutes(1);
    private static final int AT_ONCE = 20;

    /** Nobody wants a flood when every article is odd, or after a week's rest; what is beyond is left out and counted. */
    private static final int MOST_A_LOOK = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PatternBook book;
    private final Figures figures;
    private final TransactionTemplate transaction;
    private final Inbox inbox;
    private final Clock clock;

    Patterns(PatternBook book, Figures figures, TransactionTemplate transaction, Inbox inbox, Clock clock) {
        this.book = book;
        this.figures = figures;
        this.transaction = transaction;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Looks at all that are due and says how many events that made; several processes share the work. */
    int lookAtDue() {
        int made = 0;
        for (int i = 0; i < AT_ONCE; i++) {
            Optional<Integer> more = lookAtOne();
            if (more.isEmpty()) {
                break;
            }
            made += more.get();
        }
        return made;
    }

    private Optional<Integer> lookAtOne() {
        Pattern[] taken = new Pattern[1];
        try {
            return transaction.execute(status -> {
                Optional<Pattern> due = book.takeDue(clock.instant());
                due.ifPresent(it -> taken[0] = it);
                return due.map(this::look);
            });
        } catch (DataAccessException unseen) {
            Pattern it = taken[0];
            if (it == null) {
                throw unseen;
            }
            Instant now = clock.instant();
            String why = "the shop's figures could not be read; the next try comes within a minute";
            book.looked(with(it, it.nextWindow(), it.leftOut(), why), now, now.plus(OPEN_WINDOWS_EVERY));
            return Optional.of(0);
        }
    }

    private int look(Pattern it) {
        Instant now = clock.instant();
        Rule rule = it.rule();
        List<Instant> edges = rule.span().edges(rule.lookBack(), it.nextWindow(), now, rule.zone());
        int first = rule.lookBack();
        int open = first;
        while (open + 1 < edges.size() && !edges.get(open + 1).plus(SETTLING).isAfter(now)) {
            open++;
        }
        Set<Instant> judged =
                new HashSet<>(it.misfire().choose(edges.subList(first + 1, open + 1), now.minus(SETTLING)));
        if (rule.early()) {
            judged.addAll(edges.subList(open + 1, edges.size()));
        }
        int made = 0;
        int leftOut = 0;
        if (!judged.isEmpty()) {
            List<Sighting> seen = seen(rule, edges, judged, rests(it));
            List<Sighting> told = seen.subList(0, Math.min(seen.size(), MOST_A_LOOK));
            leftOut = seen.size() - told.size();
            made = tell(it, told, now);
        }
        Instant next = edges.get(open);
        Instant end = rule.span().next(next, rule.zone()).plus(SETTLING);
        Instant soon = now.plus(OPEN_WINDOWS_EVERY);
        book.looked(with(it, next, it.leftOut() + leftOut, null), now, rule.early() && soon.isBefore(end) ? soon : end);
        return made;
    }

    /** Until when each subject is not seen again. */
    private Map<String, Instant> rests(Pattern it) {
        Map<String, Instant> rests = book.lastSeen(it.id());
        rests.replaceAll((subject, at) -> at.plus(Duration.ofHours(it.rule().restHours())));
        return rests;
    }

    /** The oldest window first, in it what is farthest off. */
    private List<Sighting> seen(Rule rule, List<Instant> edges, Set<Instant> judged, Map<String, Instant> rests) {
        Judge judge = new Judge(rule, edges);
        List<Sighting> seen = new ArrayList<>();
        figures.of(rule, edges)
                .forEach((subject, values) -> seen.addAll(
                        judge.of(subject, values, window -> judged.contains(edges.get(window + 1)), rests)));
        seen.sort(Comparator.comparing(Sighting::from)
                .thenComparing(Comparator.comparingDouble(Sighting::farOff).reversed())
                .thenComparing(Sighting::subject));
        return seen;
    }

    private int tell(Pattern it, List<Sighting> seen, Instant now) {
        List<Event> events = new ArrayList<>();
        for (Sighting sighting : seen) {
            String suffix = sighting.from() + (sighting.subject().isEmpty() ? "" : "/" + sighting.subject());
            Event event = event(it, sighting, suffix, false);
            if (book.seen(it.id(), sighting, event.id(), now)) {
                events.add(event);
            }
        }
        if (!events.isEmpty()) {
            inbox.accept(events);
        }
        return events.size();
    }

    /** Which windows of the last 90 days it would have been seen in, the oldest first. */
    List<Sighting> past(Rule rule) {
        Instant now = clock.instant();
        List<Instant> edges = rule.span().edges(rule.lookBack(), now.minus(PAST), now, rule.zone());
        Set<Instant> over = new HashSet<>(edges);
        over.removeIf(edge -> edge.plus(SETTLING).isAfter(now));
        return seen(rule, edges, over, new HashMap<>());
    }

    /** Makes an event of the last window that is over, be it out of bounds or not; the same key makes the same event. */
    String tellNow(Pattern it, @Nullable String key) {
        Instant now = clock.instant();
        Rule rule = it.rule();
        Instant to = rule.span().floor(now, rule.zone());
        List<Instant> edges = rule.span().edges(0, to.minusMillis(1), to, rule.zone());
        Map<String, double[]> values = figures.of(rule, edges);
        String subject = values.entrySet().stream()
                .filter(entry -> Double.isFinite(entry.getValue()[0]))
                .max(Comparator.comparingDouble(entry -> entry.getValue()[0]))
                .map(Map.Entry::getKey)
                .orElse("");
        double[] of = values.get(subject);
        double value = of == null || !Double.isFinite(of[0]) ? 0 : of[0];
        Sighting sighting = new Sighting(subject, edges.getFirst(), edges.getLast(), value, null, null);
        Event event =
                event(it, sighting, "by-hand-" + (key == null || key.isBlank() ? now.toString() : key.strip()), true);
        inbox.accept(List.of(event));
        return event.id();
    }

    private Event event(Pattern it, Sighting seen, String suffix, boolean byHand) {
        ObjectNode data = (ObjectNode) JSON.readTree(it.data());
        ObjectNode pattern = data.putObject("pattern")
                .put("id", it.id())
                .put("metric", it.rule().metric().word())
                .put("from", seen.from().toString())
                .put("to", seen.to().toString())
                .put("value", seen.value())
                .put("byHand", byHand);
        if (!seen.subject().isEmpty()) {
            pattern.put("sku", seen.subject());
        }
        if (seen.low() != null) {
            pattern.put("low", seen.low());
        }
        if (seen.high() != null) {
            pattern.put("high", seen.high());
        }
        String id = it.id() + "@" + suffix;
        return new Event(SOURCE, id, it.message(), id, clock.instant(), JSON.writeValueAsString(data));
    }

    private static Pattern with(Pattern it, Instant nextWindow, long leftOut, @Nullable String trouble) {
        return new Pattern(
                it.id(),
                it.rule(),
                it.misfire(),
                it.message(),
                it.data(),
                it.paused(),
                nextWindow,
                it.lookedAt(),
                trouble,
                leftOut,
                it.changedAt(),
                it.changedBy());
    }
}

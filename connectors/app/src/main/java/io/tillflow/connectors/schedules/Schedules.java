package io.tillflow.connectors.schedules;

import io.tillflow.connectors.intake.Event;
import io.tillflow.connectors.intake.Inbox;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes events of due instants: an event's id is the schedule's and the instant, so each comes once, whoever looks. */
@Service
class Schedules {
    /** Who tells these events. */
    static final String SOURCE = "schedule";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int AT_ONCE = 50;

    /** Nobody wants a flood after a week's rest; what is beyond is left out and counted. */
    private static final int MOST_MADE_UP_FOR = 1_000;

    private final ScheduleBook book;
    private final TransactionTemplate transaction;
    private final Inbox inbox;
    private final Clock clock;

    Schedules(ScheduleBook book, TransactionTemplate transaction, Inbox inbox, Clock clock) {
        this.book = book;
        this.transaction = transaction;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** When it is due next counts from now. */
    void save(Schedule schedule) {
        Instant next = schedule.timetable()
                .after(clock.instant())
                .orElseThrow(() -> new IllegalArgumentException("cron '" + schedule.cron() + "' never comes"));
        book.put(schedule.dueAt(schedule.paused() ? null : next));
    }

    /** Makes events of all that is due and says how many; several processes share the work. */
    int fireDue() {
        int fired = 0;
        for (int i = 0; i < AT_ONCE; i++) {
            Integer more = transaction.execute(
                    status -> book.takeDue(clock.instant()).map(this::fire).orElse(-1));
            if (more < 0) {
                break;
            }
            fired += more;
        }
        return fired;
    }

    private int fire(Schedule schedule) {
        Instant now = clock.instant();
        Timetable timetable = schedule.timetable();
        Deque<Instant> due = new ArrayDeque<>();
        long passed = 0;
        Optional<Instant> next = Optional.ofNullable(schedule.nextDue());
        while (next.isPresent() && !next.get().isAfter(now)) {
            passed++;
            due.addLast(next.get());
            if (due.size() > MOST_MADE_UP_FOR) {
                due.removeFirst();
            }
            next = timetable.after(next.get());
        }
        List<Instant> chosen = schedule.policy().choose(List.copyOf(due), now);
        if (!chosen.isEmpty()) {
            inbox.accept(chosen.stream()
                    .map(instant -> event(schedule, instant, instant.toString(), false))
                    .toList());
        }
        book.wasDue(schedule.id(), due.getLast(), next.orElse(null), passed - chosen.size());
        return chosen.size();
    }

    /** Makes an event now, also while it is paused; the same key makes the same event. */
    String fireNow(Schedule schedule, @Nullable String key) {
        String suffix =
                "by-hand-" + (key == null || key.isBlank() ? clock.instant().toString() : key.strip());
        Event event = event(schedule, clock.instant(), suffix, true);
        inbox.accept(List.of(event));
        return event.id();
    }

    private static Event event(Schedule schedule, Instant due, String suffix, boolean byHand) {
        ObjectNode data = (ObjectNode) JSON.readTree(schedule.data());
        data.set("schedule", JSON.valueToTree(Map.of("id", schedule.id(), "due", due.toString(), "byHand", byHand)));
        String id = schedule.id() + "@" + suffix;
        return new Event(SOURCE, id, schedule.message(), id, due, JSON.writeValueAsString(data));
    }
}

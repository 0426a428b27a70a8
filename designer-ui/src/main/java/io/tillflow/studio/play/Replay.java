package io.tillflow.studio.play;

import io.tillflow.engine.CommandFailed;
import io.tillflow.engine.JobDesk.TakenJob;
import io.tillflow.studio.play.PastInstance.Happening;
import io.tillflow.studio.play.PastInstance.PastJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Lets what happened to one real instance happen to a draft: the same start, answers, messages and time. */
final class Replay {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Reply NOTHING = new Reply.Done(JSON.createObjectNode());
    private static final Duration SHORT = Duration.ofSeconds(1);
    /** Timers that go off within one wait; who goes round for longer is not followed one by one. */
    private static final int MOST_TIMERS = 100;
    /** Who is asked at about the same time answers at the same time; who is asked at another needs as long as then. */
    private static final Duration ABOUT = Duration.ofMinutes(1);

    private final PlayEngine engine;
    private final String processId;
    private final PastInstance past;
    private final List<PastJob> answers;
    private final List<String> unheard = new ArrayList<>();
    private final List<String> unanswered = new ArrayList<>();
    private final int from;
    private final JobLoop jobs;
    /** When running timers are due, on the clock of the past. */
    private final Map<Long, Instant> timers = new LinkedHashMap<>();
    /** What workers will answer, by the key of the job. */
    private final Map<Long, Owed> owed = new LinkedHashMap<>();

    private int read;
    private @Nullable Instant endedAt;
    private Instant clock;
    private long money;
    /** Whether a timer of a calendar's day went off at once, since the engine's own day is later. */
    private boolean dated;

    private record Owed(TakenJob job, Reply reply, Instant at) {}

    private Replay(PlayEngine engine, String processId, PastInstance past) {
        this.engine = engine;
        this.processId = processId;
        this.past = past;
        this.answers = new ArrayList<>(past.jobs());
        this.clock = past.startedAt();
        this.from = engine.settled().size();
        this.read = from;
        this.jobs = new JobLoop(engine, from, this::answer);
    }

    /**
     * How the draft went.
     *
     * @param unheard messages and tasks of the past that it did not wait for
     * @param unanswered jobs that the past did not have, which were completed with nothing
     * @param took from its beginning to its end, on the clock of the past; null when it did not end, or when a timer was set to a
     *     date that is over, which says nothing here
     * @param trouble why it was not followed to its end; empty when it was
     */
    record Outcome(
            List<String> path,
            List<String> at,
            List<String> unheard,
            List<String> unanswered,
            List<String> incidents,
            long money,
            @Nullable Duration took,
            String trouble) {}

    static Outcome of(PlayEngine engine, String processId, PastInstance past) {
        Replay replay = new Replay(engine, processId, past);
        String trouble = "";
        try {
            replay.run();
        } catch (CommandFailed refused) {
            replay.unheard.add("the engine refused: " + refused.getMessage());
        } catch (ScenarioRefused restless) {
            trouble = String.valueOf(restless.getMessage());
        }
        Story story = replay.story();
        Outcome outcome = new Outcome(
                story.path(),
                story.active(),
                List.copyOf(replay.unheard),
                List.copyOf(replay.unanswered),
                story.incidents().stream()
                        .map(it -> it.text("elementId") + ": " + it.text("errorMessage"))
                        .toList(),
                replay.money,
                replay.endedAt == null || replay.dated ? null : Duration.between(past.startedAt(), replay.endedAt),
                trouble);
        replay.cleanUp(story);
        return outcome;
    }

    private void cleanUp(Story story) {
        story.openInstances().forEach(instance -> {
            try {
                engine.cancel(instance);
            } catch (CommandFailed gone) {
                // it ended by itself meanwhile
            }
        });
        engine.forget();
    }

    private void run() {
        if (past.startMessage() == null) {
            engine.startProcess(processId, past.startVariables().toString());
        } else {
            engine.publish(
                    past.startMessage(), past.startKey(), past.startVariables().toString(), false);
        }
        settle();
        for (Happening happening : past.happenings()) {
            timeUntil(happening.at());
            happen(happening);
        }
        timeUntilItEnds();
    }

    /** Workers still answer; and what an ended past did not wait for any more may be waited for here, if it is nothing but time. */
    private void timeUntilItEnds() {
        for (int i = 0; i < MOST_TIMERS && (!owed.isEmpty() || waitsForTimeAlone()); i++) {
            Optional<Instant> next = next(Instant.MAX);
            if (next.isEmpty()) {
                return;
            }
            pass(next.get());
        }
    }

    private boolean waitsForTimeAlone() {
        return past.endedAt() != null && story().waitsForTimeAlone();
    }

    /** The engine's clock goes as far as the real one went; what is due meanwhile fires. */
    private void timeUntil(Instant then) {
        for (int i = 0; i < MOST_TIMERS; i++) {
            Optional<Instant> next = next(then);
            if (next.isEmpty()) {
                break;
            }
            pass(next.get());
        }
        if (Duration.between(clock, then).compareTo(SHORT) >= 0) {
            pass(then);
        }
    }

    /** When the next timer goes off or the next worker answers. */
    private Optional<Instant> next(Instant atLatest) {
        return Stream.concat(timers.values().stream(), owed.values().stream().map(Owed::at))
                .filter(it -> it.isAfter(clock) && !it.isAfter(atLatest))
                .min(Comparator.naturalOrder());
    }

    private void pass(Instant then) {
        engine.pass(Duration.between(clock, then));
        clock = then;
        settle();
    }

    /** Lets everything be done that can be done now, and remembers which timers run and when it ended. */
    private void settle() {
        do {
            jobs.settle();
            look();
        } while (answered());
    }

    /** Says what workers had said by now; what the draft stopped waiting for is not said any more. */
    private boolean answered() {
        List<Owed> due =
                owed.values().stream().filter(it -> !it.at().isAfter(clock)).toList();
        for (Owed it : due) {
            owed.remove(it.job().key());
            moved(it.job(), it.reply());
            jobs.say(it.job(), it.reply());
        }
        return !due.isEmpty();
    }

    private void look() {
        List<Event> log = engine.settled();
        for (; read < log.size(); read++) {
            Event event = log.get(read);
            if (event.is("TIMER", "CREATED") && event.number("processInstanceKey") > 0) {
                long wait = event.number("dueDate") - event.time().toEpochMilli();
                Instant due = clock.plusMillis(wait);
                dated |= wait < -SHORT.toMillis();
                timers.put(event.key(), due.plus(past.lateness(event.text("targetElementId"), due)));
            } else if (event.is("TIMER", "TRIGGERED") || event.is("TIMER", "CANCELED")) {
                timers.remove(event.key());
            } else if (event.is("JOB", "CANCELED")) {
                owed.remove(event.key());
            }
        }
        Story story = story();
        if (endedAt == null && !story.path().isEmpty() && story.openInstances().isEmpty()) {
            endedAt = clock;
        }
    }

    private void happen(Happening happening) {
        switch (happening) {
            case Happening.MessageHeard(var at, var element, var name, var key, var variables) -> {
                long before = heard();
                engine.publish(name, key, variables.toString(), false);
                settle();
                if (heard() == before) {
                    unheard.add("message " + name);
                }
            }
            case Happening.TaskDone(var at, var element, var variables) -> {
                Optional<Event> task = story().task(element);
                task.ifPresent(it -> engine.completeTask(it, variables.toString()));
                if (task.isEmpty()) {
                    unheard.add("task " + element);
                }
                settle();
            }
            case Happening.TimerDue timer -> {
                // the clock has reached it already, give or take the engine's own delay
                engine.pass(SHORT);
                settle();
            }
        }
    }

    private long heard() {
        return engine.settled().stream()
                .skip(from)
                .filter(event -> event.is("PROCESS_MESSAGE_SUBSCRIPTION", "CORRELATED"))
                .count();
    }

    /** What the worker answered then, to the same step or else to a step of the same kind; nothing where it did not answer either. */
    private Optional<Reply> answer(TakenJob job) {
        if (owed.containsKey(job.key())) {
            return Optional.empty();
        }
        Optional<PastJob> same = answers.stream()
                .filter(it -> it.elementId().equals(job.elementId()))
                .findFirst();
        same.ifPresent(answers::remove);
        Optional<PastJob> then = same.or(() -> alike(job));
        Reply reply = then.isEmpty() ? NOTHING : then.get().reply();
        if (then.isEmpty()) {
            unanswered.add(job.elementId());
        }
        Instant at = same.map(this::comes).orElse(clock);
        if (reply != null && at.isAfter(clock)) {
            owed.put(job.key(), new Owed(job, reply, at));
            return Optional.empty();
        }
        if (reply != null) {
            moved(job, reply);
        }
        return Optional.ofNullable(reply);
    }

    /** When the worker's answer comes, on the clock of the past. */
    private Instant comes(PastJob then) {
        Instant answered = then.answered();
        if (answered == null || Duration.between(then.asked(), answered).compareTo(SHORT) < 0) {
            return clock;
        }
        boolean likewise = Duration.between(then.asked(), clock).abs().compareTo(ABOUT) < 0;
        return likewise ? answered : clock.plus(Duration.between(then.asked(), answered));
    }

    private void moved(TakenJob job, Reply reply) {
        if (reply instanceof Reply.Done) {
            money += Money.moved(job.type(), JSON.readTree(job.variables()));
        }
    }

    /** A job of the same kind, rather one that was answered. */
    private Optional<PastJob> alike(TakenJob job) {
        return answers.stream()
                .filter(it -> it.type().equals(job.type()))
                .min(Comparator.comparing(it -> it.reply() == null));
    }

    private Story story() {
        return new Story(engine.settled(), from, processId);
    }
}

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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Lets what happened to one real instance happen to a draft: the same start, answers, messages and time. */
final class Replay {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Reply NOTHING = new Reply.Done(JSON.createObjectNode());
    private static final Duration SHORT = Duration.ofSeconds(1);
    /** Timers that go off within one wait; who goes round for longer is not followed one by one. */
    private static final int MOST_TIMERS = 100;

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

    private int read;
    private @Nullable Instant endedAt;
    private Instant clock;
    private long money;

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
     * @param took from its beginning to its end, on the clock of the past; null when it did not end
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
                replay.endedAt == null ? null : Duration.between(past.startedAt(), replay.endedAt),
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
        if (past.endedAt() != null) {
            timeUntilItEnds();
        }
    }

    /** What the past did not wait for any more may still be waited for here, if it is nothing but time. */
    private void timeUntilItEnds() {
        for (int i = 0; i < MOST_TIMERS && story().waitsForTimeAlone(); i++) {
            Optional<Instant> next = nextTimer(Instant.MAX);
            if (next.isEmpty()) {
                return;
            }
            pass(next.get());
        }
    }

    /** The engine's clock goes as far as the real one went; what is due meanwhile fires. */
    private void timeUntil(Instant then) {
        for (int i = 0; i < MOST_TIMERS; i++) {
            Optional<Instant> next = nextTimer(then);
            if (next.isEmpty()) {
                break;
            }
            pass(next.get());
        }
        if (Duration.between(clock, then).compareTo(SHORT) >= 0) {
            pass(then);
        }
    }

    private Optional<Instant> nextTimer(Instant atLatest) {
        return timers.values().stream()
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
        jobs.settle();
        List<Event> log = engine.settled();
        for (; read < log.size(); read++) {
            Event event = log.get(read);
            if (event.is("TIMER", "CREATED") && event.number("processInstanceKey") > 0) {
                long wait = event.number("dueDate") - event.time().toEpochMilli();
                timers.put(event.key(), clock.plusMillis(wait));
            } else if (event.is("TIMER", "TRIGGERED") || event.is("TIMER", "CANCELED")) {
                timers.remove(event.key());
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
        Optional<PastJob> same = answers.stream()
                .filter(it -> it.elementId().equals(job.elementId()))
                .findFirst();
        same.ifPresent(answers::remove);
        Optional<PastJob> then = same.or(() -> alike(job));
        Reply reply = then.isEmpty() ? NOTHING : then.get().reply();
        if (then.isEmpty()) {
            unanswered.add(job.elementId());
        }
        if (reply instanceof Reply.Done) {
            money += Money.moved(job.type(), JSON.readTree(job.variables()));
        }
        return Optional.ofNullable(reply);
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

package io.tillflow.studio.play;

import io.tillflow.engine.CommandFailed;
import io.tillflow.engine.JobDesk.TakenJob;
import io.tillflow.studio.play.PastInstance.Happening;
import io.tillflow.studio.play.PastInstance.PastJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Lets what happened to one real instance happen to a draft: the same start, answers, messages and time. */
final class Replay {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Reply NOTHING = new Reply.Done(JSON.createObjectNode());
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final PlayEngine engine;
    private final String processId;
    private final PastInstance past;
    private final List<PastJob> answers;
    private final List<String> unheard = new ArrayList<>();
    private final List<String> unanswered = new ArrayList<>();
    private final int from;
    private final JobLoop jobs;
    private Instant clock;
    private long money;

    private Replay(PlayEngine engine, String processId, PastInstance past) {
        this.engine = engine;
        this.processId = processId;
        this.past = past;
        this.answers = new ArrayList<>(past.jobs());
        this.clock = past.startedAt();
        this.from = engine.settled().size();
        this.jobs = new JobLoop(engine, from, this::answer);
    }

    /**
     * How the draft went.
     *
     * @param unheard messages and tasks of the past that it did not wait for
     * @param unanswered jobs that the past did not have, which were completed with nothing
     * @param trouble why it was not followed to its end; empty when it was
     */
    record Outcome(
            List<String> path,
            List<String> at,
            List<String> unheard,
            List<String> unanswered,
            List<String> incidents,
            long money,
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
        jobs.settle();
        for (Happening happening : past.happenings()) {
            timeUntil(happening.at());
            happen(happening);
        }
    }

    /** The engine's clock goes as far as the real one went; what is due meanwhile fires. */
    private void timeUntil(Instant then) {
        Duration gap = Duration.between(clock, then);
        if (gap.compareTo(SHORT) >= 0) {
            engine.pass(gap);
            clock = then;
            jobs.settle();
        }
    }

    private void happen(Happening happening) {
        switch (happening) {
            case Happening.MessageHeard(var at, var element, var name, var key, var variables) -> {
                long before = heard();
                engine.publish(name, key, variables.toString(), false);
                jobs.settle();
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
                jobs.settle();
            }
            case Happening.TimerDue timer -> {
                // the clock has reached it already, give or take the engine's own delay
                engine.pass(SHORT);
                jobs.settle();
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

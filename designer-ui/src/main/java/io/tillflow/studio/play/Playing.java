package io.tillflow.studio.play;

import io.tillflow.engine.CommandFailed;
import io.tillflow.engine.JobDesk.TakenJob;
import io.tillflow.sandbox.SandboxFailed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One scenario under way on an engine that plays one at a time. */
public final class Playing {
    private static final JsonMapper JSON = new JsonMapper();

    private final PlayEngine engine;
    private final String processId;
    private final Map<String, Reply> usual = new HashMap<>();
    private final Map<String, Deque<Reply>> answers = new HashMap<>();
    private final int from;
    private final JobLoop jobs;

    private Playing(PlayEngine engine, String processId, Map<String, JsonNode> usual) {
        this.engine = engine;
        this.processId = processId;
        usual.forEach((job, reply) -> this.usual.put(job, Playing.usual(reply)));
        this.from = engine.settled().size();
        this.jobs = new JobLoop(engine, from, job -> Optional.of(replyTo(job)));
    }

    /** Plays the scenario from its first step to the one that fails, or to the end; leaves nothing running. */
    public static Played play(PlayEngine engine, String processId, Scenario scenario) {
        Playing playing = new Playing(engine, processId, scenario.usual());
        List<Played.PlayedStep> steps = new ArrayList<>();
        boolean passed = true;
        for (Step step : scenario.steps()) {
            String problem = playing.attempt(step);
            passed = problem.isEmpty();
            steps.add(new Played.PlayedStep(
                    steps.size() + 1,
                    step.words(),
                    passed,
                    problem,
                    playing.story().active()));
            if (!passed) {
                break;
            }
        }
        Story story = playing.story();
        Played played = new Played(
                scenario.name(), passed, steps, story.path(), story.flows(), story.active(), story.variables());
        playing.cleanUp();
        return played;
    }

    /** A step that the engine refuses is a step that failed. */
    private String attempt(Step step) {
        try {
            return take(step);
        } catch (CommandFailed refused) {
            return "the engine refused: " + refused.getMessage();
        } catch (SandboxFailed restless) {
            return String.valueOf(restless.getMessage());
        }
    }

    private String take(Step step) {
        return switch (step) {
            case Step.Start start -> start(start);
            case Step.Answer answer -> {
                answers.computeIfAbsent(answer.job(), job -> new ArrayDeque<>()).add(answer.reply());
                yield "";
            }
            case Step.Publish message -> publish(message);
            case Step.Broadcast signal -> broadcast(signal);
            case Step.Complete complete -> complete(complete);
            case Step.Pass(var time) -> {
                engine.pass(time);
                jobs.settle();
                yield "";
            }
            case Step.Retry(var element) -> retry(element);
            case Step.Expect expect -> new Expectation(story(), jobs.inputs()).problem(expect);
        };
    }

    private String start(Step.Start start) {
        engine.begin(start);
        jobs.settle();
        return story().path().isEmpty() ? "nothing started: no start event of " + processId + " listens" : "";
    }

    private String publish(Step.Publish message) {
        long before = heard();
        boolean waits = message.heard() == Step.Heard.LATER;
        engine.publish(message.message(), message.key(), message.variables().toString(), waits);
        jobs.settle();
        boolean wasHeard = heard() != before;
        return switch (message.heard()) {
            case LATER -> "";
            case NEVER -> wasHeard ? "expected nobody to wait for the message " + message.message() : "";
            case NOW ->
                wasHeard
                        ? ""
                        : "nobody waited for the message " + message.message() + "; tokens are at " + story().active();
        };
    }

    private String broadcast(Step.Broadcast signal) {
        int before = story().path().size();
        engine.broadcast(signal.signal(), signal.variables().toString());
        jobs.settle();
        return story().path().size() > before
                ? ""
                : "nobody waited for the signal " + signal.signal() + "; tokens are at " + story().active();
    }

    private String complete(Step.Complete complete) {
        var task = story().task(complete.task());
        if (task.isEmpty()) {
            return "no task " + complete.task() + " is open; tokens are at " + story().active();
        }
        engine.completeTask(task.get(), complete.variables().toString());
        jobs.settle();
        return "";
    }

    private String retry(String element) {
        var incident = story().incidents().stream()
                .filter(it -> it.text("elementId").equals(element))
                .findFirst();
        if (incident.isEmpty()) {
            return "no incident is open at " + element;
        }
        engine.retry(incident.get().key(), incident.get().number("jobKey"));
        jobs.settle();
        return "";
    }

    private long heard() {
        return engine.settled().stream()
                .skip(from)
                .filter(event -> event.is("PROCESS_MESSAGE_SUBSCRIPTION", "CORRELATED"))
                .count();
    }

    private Reply replyTo(TakenJob job) {
        for (String name : List.of(job.elementId(), job.type())) {
            Deque<Reply> queue = answers.get(name);
            if (queue != null && !queue.isEmpty()) {
                return queue.remove();
            }
        }
        Reply nothing = new Reply.Done(JSON.createObjectNode());
        return usual.getOrDefault(job.elementId(), usual.getOrDefault(job.type(), nothing));
    }

    static Reply usual(JsonNode reply) {
        boolean special = reply.has("error") || reply.has("gives-up");
        return special ? ScenarioFile.reply(reply, "usual") : new Reply.Done(reply);
    }

    private Story story() {
        return new Story(engine.settled(), from, processId);
    }

    private void cleanUp() {
        story().openInstances().forEach(instance -> {
            try {
                engine.cancel(instance);
            } catch (CommandFailed gone) {
                // it ended by itself meanwhile
            }
        });
        engine.settled();
    }
}

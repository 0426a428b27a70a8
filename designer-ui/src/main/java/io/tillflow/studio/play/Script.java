package io.tillflow.studio.play;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What was said once to jobs, tasks and listeners, in order; each is proposed again where the same asks. */
public final class Script {
    private final Map<String, Reply> usual = new HashMap<>();
    private final Map<String, Deque<Reply>> replies = new HashMap<>();
    private final Map<String, Deque<JsonNode>> messages = new HashMap<>();
    private final Map<String, Deque<JsonNode>> tasks = new HashMap<>();
    private final Deque<String> upcoming = new ArrayDeque<>();

    static Script empty() {
        return new Script();
    }

    /** A story as somebody wrote it down. */
    static Script of(Scenario scenario) {
        Script script = new Script();
        script.usually(scenario);
        for (Step step : scenario.steps()) {
            switch (step) {
                case Step.Answer(var job, var reply) -> add(script.replies, job, reply);
                case Step.Publish message -> script.bring(message.message(), message.variables());
                case Step.Complete(var task, var variables) -> add(script.tasks, task, variables);
                case Step.Start ignored -> {}
                case Step.Broadcast ignored -> {}
                case Step.Pass ignored -> {}
                case Step.Retry ignored -> {}
                case Step.Expect ignored -> {}
            }
        }
        return script;
    }

    /** A real instance, with what workers and people said then. */
    static Script of(PastInstance past) {
        Script script = new Script();
        for (PastInstance.PastJob job : past.jobs()) {
            Reply reply = job.reply();
            if (reply != null) {
                add(script.replies, job.elementId(), reply);
            }
        }
        for (PastInstance.Happening happening : past.happenings()) {
            switch (happening) {
                case PastInstance.Happening.MessageHeard message -> script.bring(message.name(), message.variables());
                case PastInstance.Happening.TaskDone task -> add(script.tasks, task.elementId(), task.variables());
                case PastInstance.Happening.TimerDue ignored -> {}
            }
        }
        return script;
    }

    /** What is usually answered and brought in any of the stories; what people decide in one says nothing of another. */
    static Script common(Collection<Scenario> scenarios) {
        Script script = new Script();
        scenarios.forEach(scenario -> {
            script.usually(scenario);
            scenario.steps().forEach(step -> {
                if (step instanceof Step.Publish message && !script.messages.containsKey(message.message())) {
                    add(script.messages, message.message(), message.variables());
                }
            });
        });
        return script;
    }

    private void bring(String message, JsonNode variables) {
        add(messages, message, variables);
        upcoming.add(message);
    }

    private void usually(Scenario scenario) {
        scenario.usual().forEach((job, reply) -> usual.putIfAbsent(job, Playing.usual(reply)));
    }

    private static <T> void add(Map<String, Deque<T>> map, String key, T value) {
        map.computeIfAbsent(key, it -> new ArrayDeque<>()).add(value);
    }

    /** What the next such job is answered. */
    Optional<Reply> reply(String elementId, String type) {
        return List.of(elementId, type).stream()
                .map(name -> replies.getOrDefault(name, new ArrayDeque<>()).peek())
                .filter(it -> it != null)
                .findFirst()
                .or(() -> Optional.ofNullable(usual.getOrDefault(elementId, usual.get(type))));
    }

    /** The last one that was brought is brought again. */
    Optional<JsonNode> message(String name) {
        return Optional.ofNullable(
                messages.getOrDefault(name, new ArrayDeque<>()).peek());
    }

    Optional<JsonNode> task(String elementId) {
        return Optional.ofNullable(
                tasks.getOrDefault(elementId, new ArrayDeque<>()).peek());
    }

    /** The next such job is another one. */
    void replied(String elementId, String type) {
        if (!next(replies, elementId)) {
            next(replies, type);
        }
    }

    /** Whether this is the message that came next. */
    boolean isNext(String message) {
        return message.equals(upcoming.peek());
    }

    void heard(String message) {
        boolean unused = upcoming.removeFirstOccurrence(message);
        keepLast(messages, message);
    }

    void completed(String elementId) {
        keepLast(tasks, elementId);
    }

    private static boolean next(Map<String, Deque<Reply>> map, String key) {
        Deque<Reply> queue = map.get(key);
        return queue != null && queue.poll() != null;
    }

    private static void keepLast(Map<String, Deque<JsonNode>> map, String key) {
        Deque<JsonNode> queue = map.get(key);
        if (queue != null && queue.size() > 1) {
            queue.remove();
        }
    }
}

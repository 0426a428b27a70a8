package io.tillflow.studio.play;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One line of a scenario. */
public sealed interface Step {

    /** How people read it. */
    String words();

    /** Starts an instance: by a message, by the process's id, or by a signal. */
    record Start(
            @Nullable String message,
            @Nullable String process,
            @Nullable String signal,
            String key,
            JsonNode variables) implements Step {
        Start(@Nullable String message, @Nullable String process, String key, JsonNode variables) {
            this(message, process, null, key, variables);
        }

        static Start bySignal(String signal, JsonNode variables) {
            return new Start(null, null, signal, "play", variables);
        }

        /** The same with other data. */
        public Start with(JsonNode data) {
            return new Start(message, process, signal, key, data);
        }

        @Override
        public String words() {
            return message != null
                    ? "start by message " + message
                    : signal != null ? "start by signal " + signal : "start " + process;
        }
    }

    /** What the next job of this type or element is answered. */
    record Answer(String job, Reply reply) implements Step {
        @Override
        public String words() {
            return job + " " + reply.words();
        }
    }

    /** When a message is expected to reach the instance. */
    enum Heard {
        NOW,
        LATER,
        NEVER
    }

    /** A message arrives; one that is heard later waits for its listener. */
    record Publish(String message, String key, JsonNode variables, Heard heard) implements Step {
        @Override
        public String words() {
            return "message " + message;
        }
    }

    /** A signal goes out to all who wait for it now. */
    record Broadcast(String signal, JsonNode variables) implements Step {
        @Override
        public String words() {
            return "signal " + signal;
        }
    }

    /** A person completes a task. */
    record Complete(String task, JsonNode variables) implements Step {
        @Override
        public String words() {
            return "complete " + task + " with " + variables;
        }
    }

    /** Time goes by. */
    record Pass(Duration time) implements Step {
        @Override
        public String words() {
            return "wait " + time;
        }
    }

    /** An operator lets a failed step run again. */
    record Retry(String element) implements Step {
        @Override
        public String words() {
            return "retry " + element;
        }
    }

    /**
     * What must be so now.
     *
     * @param path the elements reached so far, each as often as listed, in any order
     * @param went elements reached in this order, others between them
     * @param ended the end event that was the last thing to happen; nothing waits any more
     * @param jobs the latest input of a job by element or type, as far as listed
     */
    record Expect(
            @Nullable List<String> path,
            List<String> went,
            List<String> never,
            List<String> at,
            @Nullable String ended,
            List<String> incidents,
            Map<String, JsonNode> jobs,
            Map<String, JsonNode> variables)
            implements Step {
        @Override
        public String words() {
            return ended == null ? "expect" : "expect the end " + ended;
        }
    }
}

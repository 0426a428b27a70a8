package io.tillflow.studio.play;

import io.tillflow.engine.JobDesk.TakenJob;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Works off jobs as somebody answers them, until only people, messages and timers can go on. */
final class JobLoop {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_ROUNDS = 500;

    private final PlayEngine engine;
    private final Function<TakenJob, Optional<Reply>> replies;
    private final Map<String, JsonNode> inputs = new LinkedHashMap<>();
    private int seen;

    /** @param replies none where the job stays open */
    JobLoop(PlayEngine engine, int from, Function<TakenJob, Optional<Reply>> replies) {
        this.engine = engine;
        this.replies = replies;
        this.seen = from;
    }

    /** The latest input of each job, by its element and by its type. */
    Map<String, JsonNode> inputs() {
        return inputs;
    }

    void settle() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var log = engine.settled();
            Set<String> types = new Story(log, seen, "").workSince(seen);
            seen = log.size();
            if (types.isEmpty()) {
                return;
            }
            types.stream()
                    .sorted()
                    .flatMap(type -> engine.desk().take(type).stream())
                    .toList()
                    .forEach(this::work);
        }
        throw new ScenarioRefused("The process does not come to rest: " + MOST_ROUNDS + " rounds of jobs.");
    }

    private void work(TakenJob job) {
        JsonNode input = JSON.readTree(job.variables());
        inputs.put(job.elementId(), input);
        inputs.put(job.type(), input);
        replies.apply(job).ifPresent(reply -> say(job, reply));
    }

    void say(TakenJob job, Reply reply) {
        switch (reply) {
            case Reply.Done done ->
                engine.desk().complete(job.key(), done.variables().toString());
            case Reply.Throws error ->
                engine.desk()
                        .throwError(job.key(), error.code(), error.variables().toString());
            case Reply.GivesUp trouble -> engine.desk().giveUp(job.key(), trouble.message());
        }
    }
}

package io.tillflow.studio.play;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what a person did in a play, and tells it as a scenario: what workers usually answered, then what happened. */
final class Recording {
    private static final Reply NOTHING = new Reply.Done(new JsonMapper().createObjectNode());

    private record Answered(String elementId, String type, Reply reply) {}

    /** Something from outside, with the jobs that were answered until the next. */
    private record Act(Step step, List<Answered> answers) {}

    private final List<Act> acts = new ArrayList<>();

    void did(Step step) {
        acts.add(new Act(step, new ArrayList<>()));
    }

    void answered(String elementId, String type, Reply reply) {
        if (!acts.isEmpty()) {
            acts.getLast().answers().add(new Answered(elementId, type, reply));
        }
    }

    boolean isEmpty() {
        return acts.isEmpty();
    }

    Scenario scenario(String name, Step.Expect outcome) {
        Map<String, Reply> usual = usual();
        List<Step> steps = new ArrayList<>();
        for (Act act : acts) {
            steps.addAll(unusual(act, usual));
            steps.add(act.step());
        }
        steps.add(outcome);
        Map<String, JsonNode> values = new LinkedHashMap<>();
        usual.forEach((type, reply) -> {
            if (reply instanceof Reply.Done(var variables) && !variables.isEmpty()) {
                values.put(type, variables);
            }
        });
        return new Scenario(name, values, steps);
    }

    /** What jobs of a type were answered most often. */
    private Map<String, Reply> usual() {
        Map<String, Map<Reply, Integer>> counts = new TreeMap<>();
        acts.stream()
                .flatMap(act -> act.answers().stream())
                .filter(it -> it.reply() instanceof Reply.Done)
                .forEach(it -> counts.computeIfAbsent(it.type(), type -> new LinkedHashMap<>())
                        .merge(it.reply(), 1, Integer::sum));
        Map<String, Reply> usual = new TreeMap<>();
        counts.forEach((type, replies) -> replies.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(it -> usual.put(type, it.getKey())));
        return usual;
    }

    /** Where an element was answered otherwise even once, all its answers of that act are told, so that their order stays. */
    private static List<Step> unusual(Act act, Map<String, Reply> usual) {
        Set<String> elements = new HashSet<>();
        act.answers().stream()
                .filter(it -> !it.reply().equals(usual.getOrDefault(it.type(), NOTHING)))
                .forEach(it -> elements.add(it.elementId()));
        return act.answers().stream()
                .filter(it -> elements.contains(it.elementId()))
                .map(it -> (Step) new Step.Answer(it.elementId(), it.reply()))
                .toList();
    }
}

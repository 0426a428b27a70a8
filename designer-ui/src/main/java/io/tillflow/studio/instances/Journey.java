package io.tillflow.studio.instances;

import io.tillflow.engine.history.Facts.Element;
import io.tillflow.engine.history.Facts.ElementState;
import io.tillflow.engine.history.Facts.Flow;
import io.tillflow.engine.history.Facts.Wait;
import io.tillflow.engine.history.Token;
import io.tillflow.engine.history.Usual;
import io.tillflow.studio.instances.Stories.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the diagram shows of an instance; the names are those the web component reads. */
record Journey(
        List<Passed> passed,
        List<String> flows,
        List<Standing> tokens,
        @Nullable String selected,
        boolean live,
        List<Change> changes,
        List<String> next,
        @Nullable Long at) {

    private static final Set<String> WORK =
            Set.of("SERVICE_TASK", "SEND_TASK", "SCRIPT_TASK", "BUSINESS_RULE_TASK", "CALL_ACTIVITY");
    private static final long WORTH_SAYING_MS = 10_000;

    /** An element that was passed, how often, and how long it took last. */
    record Passed(
            String id,
            int times,
            boolean cancelled,
            long ms,
            @Nullable Long usual,
            boolean late) {}

    /** A token that stands at an element now. */
    record Standing(
            String id,
            String state,
            long since,
            @Nullable Long usual,
            @Nullable String text,
            int count) {}

    /** How many tokens more or fewer would stand at an element. */
    record Change(String id, int by) {}

    static Journey of(Story story, @Nullable String selected, List<Change> changes) {
        List<String> flows = story.facts().flows().stream().map(Flow::elementId).toList();
        return new Journey(
                passed(story),
                flows,
                standing(story),
                selected,
                story.facts().instance().state().open(),
                changes,
                List.of(),
                story.asOf().map(Instant::toEpochMilli).orElse(null));
    }

    /** The tokens of a story where they would stand in another version; {@code places} are ids here to ids there. */
    static Journey moved(Story story, Map<String, String> places) {
        List<Standing> there = standing(story).stream()
                .filter(it -> places.containsKey(it.id()))
                .map(it -> new Standing(
                        places.getOrDefault(it.id(), ""), it.state(), it.since(), it.usual(), it.text(), it.count()))
                .toList();
        return new Journey(List.of(), List.of(), there, null, true, List.of(), List.of(), null);
    }

    /** The same with the steps marked that may follow. */
    Journey before(List<String> steps) {
        return new Journey(passed, flows, tokens, selected, live, changes, steps, at);
    }

    private static List<Passed> passed(Story story) {
        Map<String, List<Element>> byElement = new LinkedHashMap<>();
        story.facts().elements().stream()
                .filter(it -> it.state() != ElementState.ACTIVE)
                .forEach(it -> byElement
                        .computeIfAbsent(it.elementId(), id -> new ArrayList<>())
                        .add(it));
        List<Passed> passed = new ArrayList<>();
        byElement.forEach((id, times) -> passed.add(passed(story, id, times)));
        return passed;
    }

    private static Passed passed(Story story, String id, List<Element> times) {
        Element last = times.getLast();
        long took = last.endedAt()
                .map(end -> Duration.between(last.startedAt(), end).toMillis())
                .orElse(0L);
        Optional<Usual.Typical> usual = story.usualOf(id);
        boolean late = took > WORTH_SAYING_MS
                && usual.isPresent()
                && took > usual.get().p95().toMillis();
        boolean cancelled = times.stream().allMatch(it -> it.state() == ElementState.TERMINATED);
        return new Passed(id, times.size(), cancelled, took, median(usual), late);
    }

    private static List<Standing> standing(Story story) {
        Map<String, List<Token>> byElement = new LinkedHashMap<>();
        story.facts()
                .tokens()
                .forEach(it -> byElement
                        .computeIfAbsent(it.elementId(), id -> new ArrayList<>())
                        .add(it));
        List<Standing> standing = new ArrayList<>();
        byElement.forEach((id, tokens) -> {
            Token first = tokens.getFirst();
            standing.add(new Standing(
                    id,
                    state(first),
                    first.since().toEpochMilli(),
                    median(story.usualOf(id)),
                    waitsFor(story, first),
                    tokens.size()));
        });
        return standing;
    }

    static String state(Token token) {
        return token.failed() ? "incident" : WORK.contains(token.elementType()) ? "running" : "waiting";
    }

    private static @Nullable String waitsFor(Story story, Token token) {
        if (token.failed()) {
            return null;
        }
        String awaited = story.facts().waits().stream()
                .filter(it -> it.elementInstanceKey() == token.elementInstanceKey())
                .filter(Wait.ForMessage.class::isInstance)
                .map(it -> ((Wait.ForMessage) it).name())
                .collect(Collectors.joining(" / "));
        return awaited.isEmpty() ? null : awaited;
    }

    private static @Nullable Long median(Optional<Usual.Typical> usual) {
        return usual.map(it -> it.median().toMillis()).orElse(null);
    }
}

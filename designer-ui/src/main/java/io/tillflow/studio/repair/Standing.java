package io.tillflow.studio.repair;

import io.tillflow.engine.history.Facts.Element;
import io.tillflow.engine.history.Facts.ElementState;
import io.tillflow.engine.history.Facts.Everything;
import io.tillflow.engine.history.Facts.Flow;
import io.tillflow.engine.history.Token;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.repair.MigrationAdvice.Mapped;
import io.tillflow.studio.repair.Plan.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where an instance stands, and where another one of its process would have to begin to stand there, too. */
record Standing(Everything now, ProcessModel from, ProcessModel to) {

    private static final String MANY = "MULTI_INSTANCE_BODY";
    private static final Set<String> JOINS = Set.of("parallelGateway", "inclusiveGateway");

    /** One line for each element with tokens; rounds over a list begin together. */
    List<Mapped> mapped() {
        Map<String, Mapped> mapped = new LinkedHashMap<>();
        for (Token token : now.tokens()) {
            mapped.computeIfAbsent(begin(token.elementId()), this::mapped);
        }
        return List.copyOf(mapped.values());
    }

    /** What a new instance would not have: tokens that stand nowhere in the target, twice at one place, or wait where paths join. */
    List<Problem> lost() {
        List<Problem> lost = new ArrayList<>();
        mapped().stream()
                .filter(it -> it.to().isEmpty())
                .map(it -> Problem.of(it.from(), "nothing-like-choose", it.fromLabel()))
                .forEach(lost::add);
        now.tokens().stream()
                .filter(it -> !many(it.elementId()) && begin(it.elementId()).equals(it.elementId()))
                .collect(Collectors.groupingBy(Token::elementId, LinkedHashMap::new, Collectors.counting()))
                .forEach((id, count) -> {
                    if (count > 1) {
                        lost.add(Problem.of(id, "one-would-begin", count, from.label(id)));
                    }
                });
        from.elements().values().stream()
                .filter(it -> JOINS.contains(it.type()) && waits(it.id()))
                .map(it -> Problem.of(it.id(), "waits-at-join", it.label()))
                .forEach(lost::add);
        return lost;
    }

    /** Whether more tokens came to a join along one path than it let through. */
    private boolean waits(String gateway) {
        List<ProcessModel.Flow> into =
                from.flows().stream().filter(it -> it.target().equals(gateway)).toList();
        long through = now.elements().stream()
                .filter(it -> it.elementId().equals(gateway))
                .count();
        return into.size() > 1 && into.stream().anyMatch(it -> taken(it.id()) > through);
    }

    private long taken(String flow) {
        return now.flows().stream()
                .filter(it -> it.elementId().equals(flow))
                .mapToInt(Flow::times)
                .sum();
    }

    /** The element itself, or what runs once for each of a list around it: no token can be put into a single round. */
    private String begin(String elementId) {
        String outermost = elementId;
        Optional<ProcessModel.Element> around =
                Optional.ofNullable(from.elements().get(elementId));
        while (around.isPresent()) {
            if (many(around.get().id())) {
                outermost = around.get().id();
            }
            around = Optional.ofNullable(from.elements().get(around.get().container()));
        }
        return outermost;
    }

    private boolean many(String elementId) {
        return now.elements().stream()
                .anyMatch(it -> isMany(it) && it.elementId().equals(elementId));
    }

    private static boolean isMany(Element element) {
        return element.state() == ElementState.ACTIVE && element.elementType().equals(MANY);
    }

    private Mapped mapped(String id) {
        String label = from.label(id);
        Optional<ProcessModel.Element> same = Optional.ofNullable(to.elements().get(id));
        if (same.isPresent()) {
            return new Mapped(id, label, id, same.get().label(), "the same element");
        }
        return to.elements().values().stream()
                .filter(it -> it.label().equalsIgnoreCase(label)
                        && TokenRules.refusal(to, it.id()).isEmpty())
                .findFirst()
                .map(it -> new Mapped(id, label, it.id(), it.label(), "the same name"))
                .orElseGet(() -> new Mapped(id, label, "", "", "nothing like it"));
    }
}

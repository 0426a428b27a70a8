package io.tillflow.studio.instances;

import io.tillflow.engine.history.Facts.Call;
import io.tillflow.engine.history.Facts.Element;
import io.tillflow.engine.history.Facts.ElementState;
import io.tillflow.engine.history.Facts.Everything;
import io.tillflow.engine.history.InstanceFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A passage through an element with all that ran within it.
 *
 * @param round which round of a loop it is, from 1; 0 where there is no loop, and where earlier rounds may not be known any more
 * @param called the instances it called
 */
record Passage(Element element, int round, List<Passage> within, List<Call> called) {

    private static final String LOOP = "MULTI_INSTANCE_BODY";

    /** The outermost ones, in the order they began; one whose scope is not known any more is outermost, too. */
    static List<Passage> of(Everything facts) {
        Map<Long, Element> known = new HashMap<>();
        facts.elements().forEach(it -> known.put(it.key(), it));
        Map<Long, List<Element>> byScope = new HashMap<>();
        long root = facts.instance().key();
        for (Element it : facts.elements()) {
            long scope = it.scopeKey().orElse(root);
            byScope.computeIfAbsent(known.containsKey(scope) ? scope : root, key -> new ArrayList<>())
                    .add(it);
        }
        Map<Long, List<Call>> calls = new HashMap<>();
        facts.calls()
                .called()
                .forEach(it -> calls.computeIfAbsent(it.elementInstanceKey(), key -> new ArrayList<>())
                        .add(it));
        return within(root, false, whole(facts), byScope, calls);
    }

    /** Whether nothing was left out; of a very long instance only the newest passages are known. */
    static boolean whole(Everything facts) {
        return facts.elements().size() < InstanceFacts.MOST;
    }

    private static List<Passage> within(
            long scope, boolean loop, boolean whole, Map<Long, List<Element>> byScope, Map<Long, List<Call>> calls) {
        List<Passage> passages = new ArrayList<>();
        for (Element it : byScope.getOrDefault(scope, List.of())) {
            passages.add(new Passage(
                    it,
                    loop && whole ? passages.size() + 1 : 0,
                    within(it.key(), it.elementType().equals(LOOP), whole, byScope, calls),
                    calls.getOrDefault(it.key(), List.of())));
        }
        return passages;
    }

    boolean isLoop() {
        return element.elementType().equals(LOOP);
    }

    /** Whether it or something in it has not ended. */
    boolean active() {
        return element.state() == ElementState.ACTIVE || within.stream().anyMatch(Passage::active);
    }

    long count(ElementState state) {
        return within.stream().filter(it -> it.element().state() == state).count();
    }
}

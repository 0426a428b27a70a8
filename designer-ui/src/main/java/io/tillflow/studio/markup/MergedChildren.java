package io.tillflow.studio.markup;

import io.tillflow.studio.markup.Node.Element;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The children of one element, merged: A's order with B's additions after their neighbours, B's order where only B reordered. */
final class MergedChildren {
    private final Merge merge;
    private final Map<String, Element> base;
    private final Map<String, Element> a;
    private final Map<String, Element> b;
    private final Element origin;
    private final Merge.Place place;
    private final Map<String, Element> kept = new LinkedHashMap<>();

    MergedChildren(Merge merge, @Nullable Element base, Element a, Element b, Merge.Place place) {
        this.merge = merge;
        this.base = Merge.keyed(base);
        this.a = Keys.children(a);
        this.b = Keys.children(b);
        this.origin = a;
        this.place = place;
    }

    void into(Element result) {
        a.forEach((key, child) -> {
            Element theirs = b.get(key);
            Merge.Place at = place.at(Keys.readable(key));
            Element merged = theirs == null
                    ? merge.onlyInA(base.get(key), child, at)
                    : merge.both(base.get(key), child, theirs, at);
            if (merged != null) {
                kept.put(key, merged);
            }
        });
        List<String> order = new ArrayList<>(kept.keySet());
        String previous = null;
        for (Map.Entry<String, Element> theirs : b.entrySet()) {
            String key = theirs.getKey();
            if (!a.containsKey(key)) {
                Element added = merge.onlyInB(base.get(key), theirs.getValue(), place.at(Keys.readable(key)));
                if (added != null) {
                    kept.put(key, added);
                    order.add(previous == null ? 0 : order.indexOf(previous) + 1, key);
                }
            }
            previous = kept.containsKey(key) ? key : previous;
        }
        ordered(order).forEach(child -> result.children().add(child));
    }

    /** The order the keys should have, with A's comments before whatever they stood before. */
    private List<Node> ordered(List<String> order) {
        if (onlyBReordered()) {
            Map<String, Integer> wanted = new HashMap<>();
            b.keySet().forEach(key -> wanted.put(key, wanted.size()));
            List<String> common = order.stream()
                    .filter(wanted::containsKey)
                    .sorted(Comparator.comparingInt(key -> wanted.getOrDefault(key, 0)))
                    .toList();
            int next = 0;
            for (int i = 0; i < order.size(); i++) {
                if (wanted.containsKey(order.get(i))) {
                    order.set(i, common.get(next++));
                }
            }
        }
        Map<String, List<Node>> remarks = remarks();
        List<Node> nodes = new ArrayList<>();
        order.forEach(key -> {
            nodes.addAll(remarks.getOrDefault(key, List.of()));
            nodes.add(Objects.requireNonNull(kept.get(key)));
        });
        nodes.addAll(remarks.getOrDefault("", List.of()));
        return nodes;
    }

    private boolean onlyBReordered() {
        List<String> before = base.keySet().stream()
                .filter(key -> a.containsKey(key) && b.containsKey(key))
                .toList();
        List<String> mine = a.keySet().stream().filter(before::contains).toList();
        List<String> theirs = b.keySet().stream().filter(before::contains).toList();
        return before.equals(mine) && !before.equals(theirs);
    }

    /** Comments and instructions by the key of the surviving element that follows them. */
    private Map<String, List<Node>> remarks() {
        Map<Element, String> keys = new HashMap<>();
        a.forEach((key, child) -> keys.put(child, key));
        Map<String, List<Node>> remarks = new HashMap<>();
        List<Node> open = new ArrayList<>();
        for (Node child : origin.children()) {
            if (!(child instanceof Element element)) {
                open.add(child);
            } else if (kept.containsKey(keys.get(element)) && !open.isEmpty()) {
                remarks.put(keys.get(element), List.copyOf(open));
                open.clear();
            }
        }
        remarks.put("", List.copyOf(open));
        return remarks;
    }
}

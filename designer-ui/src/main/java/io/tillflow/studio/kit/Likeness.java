package io.tillflow.studio.kit;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which of the elements that were drawn stand for the same as one that is there. What can be pressed is the same only when a press on it
 * means the same: a link that leads to the same place, a button with the same words, whatever has the same key.
 */
final class Likeness {
    private static final Set<String> HOLDING_INPUT = Set.of("input", "select", "textarea");

    private Likeness() {}

    /** From what was drawn to what stays for it. */
    static Map<Element, Element> pairs(List<Element> there, List<Element> drawn) {
        Map<Element, Element> pairs = new HashMap<>();
        Set<Element> free = new LinkedHashSet<>(there);
        Set<Element> open = new LinkedHashSet<>(drawn);
        drawn.stream().filter(free::contains).forEach(it -> pair(it, it, pairs, free, open));
        alike(free, open, Likeness::saying, pairs);
        alike(free, open, Likeness::mark, pairs);
        lone(free, open, it -> it.getTag() + " " + it.getAttribute("class"), pairs);
        lone(free, open, Element::getTag, pairs);
        return pairs;
    }

    private static void pair(
            Element drawn, Element there, Map<Element, Element> pairs, Set<Element> free, Set<Element> open) {
        pairs.put(drawn, there);
        free.remove(there);
        open.remove(drawn);
    }

    private static void alike(
            Set<Element> free,
            Set<Element> open,
            Function<Element, @Nullable String> mark,
            Map<Element, Element> pairs) {
        Map<String, Deque<Element>> marked = new HashMap<>();
        for (Element it : free) {
            @Nullable String said = mark.apply(it);
            if (said != null) {
                marked.computeIfAbsent(said, none -> new ArrayDeque<>()).add(it);
            }
        }
        for (Element it : new ArrayList<>(open)) {
            @Nullable String said = mark.apply(it);
            @Nullable Deque<Element> same = said == null ? null : marked.get(said);
            if (same != null && !same.isEmpty()) {
                pair(it, same.remove(), pairs, free, open);
            }
        }
    }

    /** What is the only one of its sort, before and now, is the same part of the page whatever it says. */
    private static void lone(
            Set<Element> free, Set<Element> open, Function<Element, String> sort, Map<Element, Element> pairs) {
        Map<String, List<Element>> before = bySort(free, sort);
        bySort(open, sort).forEach((name, now) -> {
            List<Element> one = before.getOrDefault(name, List.of());
            if (one.size() == 1 && now.size() == 1) {
                pair(now.getFirst(), one.getFirst(), pairs, free, open);
            }
        });
    }

    private static Map<String, List<Element>> bySort(Set<Element> elements, Function<Element, String> sort) {
        return elements.stream()
                .filter(it -> !it.isTextNode() && data(it, Redraw.Key.class) == null && !pressable(it))
                .collect(Collectors.groupingBy(sort, LinkedHashMap::new, Collectors.toList()));
    }

    /** What it stands for among its siblings; null for what nobody can tell. */
    private static @Nullable String mark(Element it) {
        if (it.isTextNode()) {
            return "";
        }
        Redraw.@Nullable Key key = data(it, Redraw.Key.class);
        if (key != null) {
            return it.getTag() + " = " + key.of();
        }
        if (unknowable(it)) {
            return null;
        }
        if (pressable(it)) {
            return press(it);
        }
        List<Element> presses = new ArrayList<>();
        gather(it, presses);
        boolean linksAlone = presses.stream().allMatch(press -> press.getTag().equals("a"));
        String led = presses.stream().map(Likeness::press).collect(Collectors.joining(" "));
        return it.getTag() + " " + (linksAlone ? led : it.getTextRecursively());
    }

    /** Of several that lead to the same place, the one that says the same. */
    private static @Nullable String saying(Element it) {
        @Nullable String mark = mark(it);
        return mark == null ? null : mark + " " + it.getTextRecursively();
    }

    private static String press(Element it) {
        return it.getTag().equals("a") && it.hasAttribute("href")
                ? "a " + it.getAttribute("href")
                : it.getTag() + " " + it.getTextRecursively() + " "
                        + Objects.requireNonNullElse(it.getAttribute("aria-label"), "");
    }

    private static void gather(Element within, List<Element> presses) {
        within.getChildren().filter(it -> !it.isTextNode()).forEach(it -> {
            if (pressable(it)) {
                presses.add(it);
            } else {
                gather(it, presses);
            }
        });
    }

    private static boolean pressable(Element it) {
        return it.getTag().equals("a") || it.getTag().equals("button") || unknowable(it);
    }

    /** What hears something that cannot be handed on, or holds what somebody typed. */
    private static boolean unknowable(Element it) {
        return it.getTag().startsWith("vaadin-")
                || HOLDING_INPUT.contains(it.getTag())
                || (!it.getTag().equals("details")
                        && data(it, Redraw.Press.class) == null
                        && it.getNode()
                                .getFeatureIfInitialized(ElementListenerMap.class)
                                .isPresent());
    }

    static <T> @Nullable T data(Element of, Class<T> type) {
        return of.getComponent().map(it -> ComponentUtil.getData(it, type)).orElse(null);
    }
}

package io.tillflow.studio.markup;

import io.tillflow.studio.markup.Node.Element;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a file another one has not, has besides, or says differently; judged element by element. */
public record Losses(List<Item> lost, List<Item> added, List<Item> changed) {

    /**
     * @param kind element, attribute, text or place
     * @param elementId the element with an id that it is or lies in
     */
    public record Item(String kind, String elementId, String path, String from, String to) {}

    public boolean isEmpty() {
        return lost.isEmpty() && added.isEmpty() && changed.isEmpty();
    }

    /** Compares what {@code after} says with {@code before}. */
    public static Losses between(Markup before, Markup after) {
        Comparing comparing = new Comparing(before, after);
        comparing.element(before.root(), after.root(), before.root().local(), "");
        return new Losses(comparing.lost, comparing.added, comparing.changed);
    }

    private static final class Comparing {
        private final List<Item> lost = new ArrayList<>();
        private final List<Item> added = new ArrayList<>();
        private final List<Item> changed = new ArrayList<>();
        private final Map<String, Element> beforeIds;
        private final Map<String, Element> afterIds;
        private final Set<Element> done = new HashSet<>();

        Comparing(Markup before, Markup after) {
            beforeIds = before.byId();
            afterIds = after.byId();
        }

        void element(Element before, Element after, String path, String outerId) {
            if (!done.add(before)) {
                return;
            }
            String id = before.id().isEmpty() ? outerId : before.id();
            if (!before.name().equals(after.name())) {
                changed.add(new Item("element", id, path, before.local(), after.local()));
            }
            attributes(before, after, path, id);
            if ((before.isLeaf() || after.isLeaf() || !before.text().isBlank())
                    && !before.text().equals(after.text())) {
                changed.add(new Item("text", id, path, before.text(), after.text()));
            }
            children(before, after, path, id);
        }

        private void attributes(Element before, Element after, String path, String id) {
            before.attributes().forEach((name, value) -> {
                @Nullable String now = after.attributes().get(name);
                if (now == null) {
                    lost.add(new Item("attribute", id, path + "/@" + name.local(), value, ""));
                } else if (!now.equals(value)) {
                    changed.add(new Item("attribute", id, path + "/@" + name.local(), value, now));
                }
            });
            after.attributes().forEach((name, value) -> {
                if (!before.attributes().containsKey(name)) {
                    added.add(new Item("attribute", id, path + "/@" + name.local(), "", value));
                }
            });
        }

        private void children(Element before, Element after, String path, String id) {
            Map<String, Element> now = Keys.children(after);
            Map<String, Element> then = Keys.children(before);
            then.forEach((key, child) -> {
                String at = path + "/" + step(child, key);
                Element found = now.get(key);
                Element moved = child.id().isEmpty() ? null : afterIds.get(child.id());
                if (found != null) {
                    element(child, found, at, id);
                } else if (moved != null) {
                    changed.add(new Item("place", child.id(), at, before.id(), ""));
                    element(child, moved, at, id);
                } else {
                    lost.add(item(child, at, id));
                }
            });
            now.forEach((key, child) -> {
                boolean elsewhere = !child.id().isEmpty() && beforeIds.containsKey(child.id());
                if (!then.containsKey(key) && !elsewhere) {
                    added.add(item(child, path + "/" + step(child, key), id));
                }
            });
        }

        private static Item item(Element element, String path, String outerId) {
            return new Item("element", element.id().isEmpty() ? outerId : element.id(), path, element.local(), "");
        }

        private static String step(Element child, String key) {
            String readable = Keys.readable(key);
            return readable.startsWith(child.local()) ? readable : child.local() + "#" + readable;
        }
    }
}

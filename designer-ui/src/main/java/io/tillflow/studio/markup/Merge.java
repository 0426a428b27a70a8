package io.tillflow.studio.markup;

import io.tillflow.studio.markup.Node.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Three-way merge of trees: what B changed since the base is done to A as well. Elements are the same when their ids are, wherever they
 * stand; others by what they are about. Nothing of A is touched that B did not change.
 */
public final class Merge {

    /** The merged file and what both had changed differently, where A's or B's way was kept as asked. */
    public record Result(Markup markup, List<Conflict> conflicts) {}

    /** Whose way is kept where both changed the same. */
    public enum Keep {
        A,
        B
    }

    private final Keep keep;
    private final Map<String, Element> baseIds;
    private final Map<String, Element> aIds;
    private final Map<String, Element> bIds;
    private final List<Conflict> conflicts = new ArrayList<>();
    private final Set<String> placed = new LinkedHashSet<>();

    private Merge(Markup base, Markup a, Markup b, Keep keep) {
        this.keep = keep;
        this.baseIds = base.byId();
        this.aIds = a.byId();
        this.bIds = b.byId();
    }

    public static Result of(Markup base, Markup a, Markup b, Keep keep) {
        Merge merge = new Merge(base, a, b, keep);
        Element root = merge.merged(base.root(), a.root(), b.root(), new Place("", ""));
        return new Result(new Markup(a.before(), root, a.after()), List.copyOf(merge.conflicts));
    }

    private Element merged(@Nullable Element base, Element a, Element b, Place outer) {
        Place place = a.id().isEmpty() ? outer : new Place(a.id(), "");
        Name name =
                Objects.requireNonNull(pick(base == null ? null : base.name(), a.name(), b.name(), place.at("type")));
        Element result = new Element(name, name.equals(a.name()) ? a.prefix() : b.prefix());
        result.declarations().putAll(a.declarations());
        attributes(base, a, b, place, result);
        if (a.isLeaf() && b.isLeaf()) {
            String text = Objects.requireNonNull(
                    pick(base == null ? null : base.text(), a.text(), b.text(), place.at("text")));
            if (text.equals(a.text())) {
                result.children().addAll(a.children());
            } else {
                result.children().add(new Node.Text(text));
            }
        } else if (hasText(a) || hasText(b)) {
            mixed(base, a, b, place, result);
        } else {
            new MergedChildren(this, base, a, b, place).into(result);
        }
        return result;
    }

    /** Text between elements is one thing; it is taken whole. */
    private void mixed(@Nullable Element base, Element a, Element b, Place place, Element result) {
        boolean sameAsBase = base != null && base.means(b);
        if (!sameAsBase && !a.means(b) && (base == null || !base.means(a)) && keep == Keep.A) {
            conflict(place.at("content"), base == null ? "" : base.text(), a.text(), b.text());
        }
        boolean takeB = !sameAsBase && (keep == Keep.B || (base != null && base.means(a)));
        result.children().addAll(takeB ? b.children() : a.children());
    }

    private void attributes(@Nullable Element base, Element a, Element b, Place place, Element result) {
        Set<Name> names = new LinkedHashSet<>(a.attributes().keySet());
        names.addAll(b.attributes().keySet());
        for (Name name : names) {
            String value = pick(
                    base == null ? null : base.attributes().get(name),
                    a.attributes().get(name),
                    b.attributes().get(name),
                    place.at(name.local()));
            if (value != null) {
                result.attributes().put(name, value);
            }
        }
    }

    private <T> @Nullable T pick(@Nullable T base, @Nullable T a, @Nullable T b, Place place) {
        if (Objects.equals(a, b) || Objects.equals(base, b)) {
            return a;
        }
        if (Objects.equals(base, a)) {
            return b;
        }
        conflict(place, text(base), text(a), text(b));
        return keep == Keep.A ? a : b;
    }

    private static String text(@Nullable Object value) {
        return value instanceof Name name ? name.local() : Objects.toString(value, "");
    }

    private void conflict(Place place, String base, String a, String b) {
        conflicts.add(new Conflict(place.elementId(), place.property(), base, a, b));
    }

    private static boolean hasText(Element element) {
        return !element.isLeaf() && element.children().stream().anyMatch(Node.Text.class::isInstance);
    }

    // ---- what the children of one element ask of the whole

    Element both(@Nullable Element base, Element a, Element b, Place place) {
        if (!a.id().isEmpty()) {
            placed.add(a.id());
        }
        return merged(base, a, b, place);
    }

    /** A's child that B's parent does not have: moved elsewhere, removed by B, or new in A; null to leave it out. */
    @Nullable
    Element onlyInA(@Nullable Element base, Element a, Place place) {
        Element moved = a.id().isEmpty() ? null : bIds.get(a.id());
        if (moved != null) {
            Element origin = baseIds.get(a.id());
            // B moved it, unless the base had it somewhere else already: then A did
            return base != null || !placed.add(a.id()) ? null : merged(origin, a, moved, place);
        }
        if (base == null) {
            return a;
        }
        if (base.means(a) || keep == Keep.B) {
            return null;
        }
        conflict(
                new Place(
                        a.id().isEmpty() ? place.elementId() : a.id(), a.id().isEmpty() ? place.property() : "element"),
                "there",
                "changed",
                "removed");
        return a;
    }

    /** B's child that A's parent does not have: moved elsewhere, removed by A, or new in B; null to leave it out. */
    @Nullable
    Element onlyInB(@Nullable Element base, Element b, Place place) {
        Element moved = b.id().isEmpty() ? null : aIds.get(b.id());
        if (moved != null) {
            return base != null || !placed.add(b.id()) ? null : merged(baseIds.get(b.id()), moved, b, place);
        }
        if (base == null) {
            return b;
        }
        if (base.means(b)) {
            return null;
        }
        if (keep == Keep.B) {
            return b;
        }
        conflict(
                new Place(
                        b.id().isEmpty() ? place.elementId() : b.id(), b.id().isEmpty() ? place.property() : "element"),
                "there",
                "removed",
                "changed");
        return null;
    }

    /** The nearest element with an id, and the way from there. */
    record Place(String elementId, String property) {
        Place at(String step) {
            return new Place(elementId, property.isEmpty() ? step : property + "/" + step);
        }
    }

    static Map<String, Element> keyed(@Nullable Element parent) {
        return parent == null ? new LinkedHashMap<>() : Keys.children(parent);
    }
}

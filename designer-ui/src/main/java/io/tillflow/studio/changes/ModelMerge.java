package io.tillflow.studio.changes;

import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.markup.Conflict;
import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Merge;
import io.tillflow.studio.markup.Node.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes one model of two that came from the same. */
public final class ModelMerge {
    private static final Set<String> REFERENCES = Set.of("sourceRef", "targetRef", "attachedToRef", "default");
    private static final Set<String> LISTED = Set.of("incoming", "outgoing", "flowNodeRef");

    private ModelMerge() {}

    /** The merged text, with A's way where both changed the same, and those places. */
    public record Merged(String source, List<Conflict> conflicts) {}

    /** Guarded texts of one kind. */
    public static Merged of(ModelFile.Kind kind, String base, String a, String b) {
        if (kind == ModelFile.Kind.FORM) {
            return FormMerge.of(base, a, b);
        }
        Merge.Result merged = Merge.of(Markup.parse(base), Markup.parse(a), Markup.parse(b), Merge.Keep.A);
        List<Conflict> conflicts = new ArrayList<>(merged.conflicts());
        Markup result = merged.markup();
        tidy(result);
        Set<String> ids = result.ids();
        result.root()
                .all()
                .forEach(element -> element.attributes().forEach((name, value) -> {
                    if (REFERENCES.contains(name.local()) && !value.isEmpty() && !ids.contains(value)) {
                        conflicts.add(new Conflict(
                                element.id(),
                                name.local(),
                                value,
                                "one removed " + value,
                                "the other still leads to it"));
                    }
                }));
        return new Merged(result.write(), List.copyOf(conflicts));
    }

    /** What only lists or draws an element goes when the element is gone. */
    private static void tidy(Markup result) {
        Set<String> ids = result.ids();
        result.root()
                .all()
                .toList()
                .forEach(parent -> parent.children()
                        .removeIf(child -> child instanceof Element element
                                && ((LISTED.contains(element.local())
                                                && element.isLeaf()
                                                && isGone(element.text().strip(), ids))
                                        || ((element.local().equals("BPMNShape")
                                                        || element.local().equals("BPMNEdge"))
                                                && isGone(element.attribute("bpmnElement"), ids)))));
    }

    private static boolean isGone(String id, Set<String> ids) {
        return !id.isEmpty() && !id.contains(":") && !ids.contains(id);
    }
}

package io.tillflow.studio.changes;

import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.markup.Markup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares two versions of a model. */
public final class ModelDiff {
    private ModelDiff() {}

    /** What became of {@code before}; both are guarded texts of this kind. */
    public static Changes between(ModelFile.Kind kind, String before, String after) {
        return kind == ModelFile.Kind.FORM
                ? FormDiff.between(before, after)
                : between(Parts.of(Markup.parse(before)), Parts.of(Markup.parse(after)));
    }

    private static Changes between(Parts before, Parts after) {
        List<Changes.Change> changed = new ArrayList<>();
        for (String id : before.all().keySet()) {
            if (after.all().containsKey(id)) {
                compare(id, before.properties(id), after.properties(id), after.place(id), changed);
            }
        }
        return new Changes(
                after.all().keySet().stream()
                        .filter(id -> !before.all().containsKey(id))
                        .map(after::part)
                        .toList(),
                before.all().keySet().stream()
                        .filter(id -> !after.all().containsKey(id))
                        .map(before::part)
                        .toList(),
                changed);
    }

    static void compare(
            String id,
            Map<String, String> before,
            Map<String, String> after,
            String place,
            List<Changes.Change> changed) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            String from = before.getOrDefault(name, "");
            String to = after.getOrDefault(name, "");
            if (!from.equals(to)) {
                changed.add(new Changes.Change(id, name, from, to, place));
            }
        }
    }
}

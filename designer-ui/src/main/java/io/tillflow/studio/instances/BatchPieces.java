package io.tillflow.studio.instances;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.repair.Batch;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How batches look, in their list and on their page. */
final class BatchPieces {

    /** What acts say of themselves, and how that is called in texts; what the engine says of a refusal stays as it said it. */
    private static final Map<String, String> DONE = Map.of(
            "nothing to do any more", "nothing",
            "set, nothing had failed", "set",
            "cancelled", "cancelled",
            "modified", "modified",
            "migrated", "migrated",
            "deleted", "deleted");

    private static final Pattern COUNTED = Pattern.compile("(set, |deleted with )?(\\d+) (?:retried|it called)");

    private BatchPieces() {}

    /** What became of an instance, in the page's language. */
    static String detail(Component page, Batch.Item item) {
        String said = Objects.requireNonNullElse(item.detail(), "");
        Matcher counted = COUNTED.matcher(said);
        if (counted.matches()) {
            String which = Objects.requireNonNullElse(counted.group(1), "");
            String key = which.isEmpty() ? "retried" : which.startsWith("set") ? "set.retried" : "deleted.more";
            return page.getTranslation("instances.batch.detail." + key, Integer.parseInt(counted.group(2)));
        }
        String key = DONE.get(said);
        return key == null ? said : page.getTranslation("instances.batch.detail." + key);
    }

    static Badge badge(Component page, Batch.State state) {
        State looks = switch (state) {
            case RUNNING -> State.RUNNING;
            case PAUSED -> State.WAITING;
            case CANCELLED -> State.CANCELLED;
            case DONE -> State.COMPLETED;
        };
        return new Badge(looks, page.getTranslation("instances.batch.state." + word(state)));
    }

    /** A bar of the results so far, with its figures for who cannot see it. */
    static Div bar(Component page, Batch batch) {
        Batch.Progress progress = batch.progress();
        Div bar = new Div();
        bar.addClassName("progress");
        bar.getElement()
                .setAttribute("role", "progressbar")
                .setAttribute("aria-valuemin", "0")
                .setAttribute("aria-valuemax", "" + batch.total())
                .setAttribute("aria-valuenow", "" + (batch.total() - progress.pending() - progress.cancelled()))
                .setAttribute("aria-label", figures(page, batch));
        part(bar, "completed", progress.done(), batch.total());
        part(bar, "waiting", progress.nothingToDo(), batch.total());
        part(bar, "incident", progress.refused(), batch.total());
        part(bar, "cancelled", progress.cancelled(), batch.total());
        return bar;
    }

    /** How many came to which result; what came to none is not told. */
    static String figures(Component page, Batch batch) {
        Batch.Progress progress = batch.progress();
        Map<String, Integer> results = new LinkedHashMap<>();
        results.put("done", progress.done());
        results.put("nothing_to_do", progress.nothingToDo());
        results.put("refused", progress.refused());
        results.put("cancelled", progress.cancelled());
        results.put("pending", progress.pending());
        return results.entrySet().stream()
                .filter(it -> it.getValue() > 0)
                .map(it -> page.getTranslation("instances.batch.figure." + it.getKey(), it.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static void part(Div bar, String tone, int count, int total) {
        Element part = new Element("i");
        part.getClassList().add(tone);
        part.getStyle().set("width", String.format(Locale.ROOT, "%.2f%%", 100.0 * count / Math.max(1, total)));
        bar.getElement().appendChild(part);
    }

    static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}

package io.tillflow.studio.instances;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.repair.Batch;
import java.util.Locale;

/** How batches look, in their list and on their page. */
final class BatchPieces {

    private BatchPieces() {}

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
        int decided = batch.total() - progress.pending();
        bar.getElement()
                .setAttribute("role", "progressbar")
                .setAttribute("aria-valuemin", "0")
                .setAttribute("aria-valuemax", "" + batch.total())
                .setAttribute("aria-valuenow", "" + decided)
                .setAttribute("aria-label", page.getTranslation("instances.batch.of", decided, batch.total()));
        part(bar, "completed", progress.done(), batch.total());
        part(bar, "waiting", progress.nothingToDo(), batch.total());
        part(bar, "incident", progress.refused(), batch.total());
        part(bar, "cancelled", progress.cancelled(), batch.total());
        return bar;
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

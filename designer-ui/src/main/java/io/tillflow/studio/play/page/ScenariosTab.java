package io.tillflow.studio.play.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.play.Scenario;
import io.tillflow.studio.play.ScenarioRuns;
import io.tillflow.studio.play.ScenarioRuns.Result;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The model's scenarios: run all, red and green with the step that differs, and what none of them reaches. */
final class ScenariosTab extends Div {
    private final Consumer<String> play;
    private final Div head = new Div();
    private final UnorderedList list = new UnorderedList();
    private final NativeButton runAll;
    private ScenarioRuns.@Nullable Run last;

    ScenariosTab(Runnable run, Consumer<String> play) {
        this.play = play;
        addClassName("tab");
        head.addClassName("begin");
        list.addClassName("stories");
        runAll = Pieces.button(getTranslation("play.scenarios.run"), "play", run);
        add(head, list);
    }

    ScenarioRuns.@Nullable Run last() {
        return last;
    }

    /** Before they are run: their names. */
    void show(Map<String, Scenario> scenarios) {
        last = null;
        head.removeAll();
        list.removeAll();
        if (scenarios.isEmpty()) {
            head.add(new EmptyState(
                    "flask", getTranslation("play.scenarios.none"), getTranslation("play.scenarios.none.text")));
            return;
        }
        head.add(row(Pieces.text(getTranslation("play.scenarios.count", scenarios.size()), "grow"), runAll));
        scenarios.forEach((file, scenario) -> list.add(item(file, scenario.name(), new Span(), "")));
    }

    void busy(boolean yes) {
        runAll.setEnabled(!yes);
        runAll.getElement().setAttribute("aria-busy", String.valueOf(yes));
        if (yes) {
            head.removeAll();
            head.add(row(Pieces.text(getTranslation("play.scenarios.running"), "grow", "meta"), runAll));
        }
    }

    void show(ScenarioRuns.Run run) {
        last = run;
        head.removeAll();
        list.removeAll();
        long failed = run.results().size() - run.passed();
        Badge badge = failed == 0
                ? new Badge(State.COMPLETED, getTranslation("play.scenarios.passed", run.passed()))
                : new Badge(
                        State.INCIDENT,
                        getTranslation(
                                "play.scenarios.failed", failed, run.results().size()));
        head.add(row(badge, Pieces.text("", "grow"), runAll), covered(run));
        run.results().stream().filter(it -> !it.passed()).forEach(this::add);
        run.results().stream().filter(Result::passed).forEach(this::add);
    }

    private void add(Result result) {
        Badge badge = result.passed()
                ? new Badge(State.COMPLETED, getTranslation("play.scenario.passed"))
                : new Badge(State.INCIDENT, getTranslation("play.scenario.failed"));
        list.add(item(result.file(), result.name(), badge, result.failure()));
    }

    private ListItem item(String file, String name, Span state, String failure) {
        NativeButton replay = Pieces.button("", "play", () -> play.accept("scenario:" + file), "ghost", "ic", "sm");
        replay.setAriaLabel(getTranslation("play.scenario.play", name));
        replay.setTitle(getTranslation("play.scenario.play", name));
        Span title = Pieces.text(name, "grow");
        title.setTitle(file + ".yaml");
        ListItem item = new ListItem(row(title, state, replay));
        if (!failure.isEmpty()) {
            item.add(Pieces.block(failure, "why"));
        }
        return item;
    }

    private Div covered(ScenarioRuns.Run run) {
        Div covered = new Div();
        covered.addClassName("covered");
        bar(covered, "play.covered.elements", run.elements());
        bar(covered, "play.covered.flows", run.flows());
        return covered;
    }

    private void bar(Div covered, String key, double share) {
        Div part = new Div();
        part.addClassName(share < 1 ? "draft" : "completed");
        com.vaadin.flow.dom.Element fill = new com.vaadin.flow.dom.Element("i");
        fill.setAttribute("style", "width:" + Math.round(share * 100) + "%");
        part.getElement().appendChild(fill);
        part.addClassName("progress");
        covered.add(
                Pieces.text(getTranslation(key), "meta"),
                part,
                Pieces.text((int) Math.floor(share * 100) + " %", "num"));
    }

    private static Div row(com.vaadin.flow.component.Component... parts) {
        Div row = new Div(parts);
        row.addClassName("row");
        return row;
    }
}

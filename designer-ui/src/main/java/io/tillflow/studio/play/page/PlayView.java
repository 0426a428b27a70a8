package io.tillflow.studio.play.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.engine.model.ProcessModels;
import io.tillflow.studio.instances.Commands;
import io.tillflow.studio.instances.TabRow;
import io.tillflow.studio.kit.CanvasPage;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.HasCrumbs;
import io.tillflow.studio.kit.UnseenHeading;
import io.tillflow.studio.play.BacktestReport;
import io.tillflow.studio.play.Backtests;
import io.tillflow.studio.play.Playable;
import io.tillflow.studio.play.PlayedFiles;
import io.tillflow.studio.play.ScenarioRefused;
import io.tillflow.studio.play.ScenarioRuns;
import io.tillflow.studio.play.Scene;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Plays a model by hand on a sandbox engine, and runs what was kept of earlier plays. */
@Route("models/:id/play")
@RolesAllowed(Role.Is.ANALYST)
class PlayView extends Div
        implements BeforeEnterObserver, HasDynamicTitle, HasCrumbs, CanvasPage, PlayBar.Acts, Table.Shows {
    private final PlayedFiles files;
    private final Table.Seat seat;
    private final CurrentUser user;
    private final Map<String, Component> bodies = new LinkedHashMap<>();
    private final DataTab data = new DataTab();
    private final VerdictsTab verdicts = new VerdictsTab();
    private TabRow<String> tabs = new TabRow<>(getTranslation("play.title"), this::open);
    private String modelId = "";
    private String title = "";
    private String openTab = "now";
    private String selected = "";
    private @Nullable Parts parts;
    private @Nullable Table played;

    PlayView(PlayedFiles files, Table.Services services, Commands commands, CurrentUser user) {
        this.files = files;
        this.user = user;
        this.seat = new Table.Seat(this, this, services, commands, user.name());
        addClassName("play");
        addDetachListener(detach -> leave());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        modelId = event.getRouteParameters().get("id").orElse("");
        Integer version = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("version")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElse(null);
        PlayedFiles.Chosen chosen = files.find(modelId, version, user.name()).orElseThrow(NotFoundException::new);
        leave();
        removeAll();
        try {
            Playable playable = files.playable(chosen.file());
            lay(chosen, playable);
        } catch (ScenarioRefused | IllegalArgumentException unreadable) {
            title = modelId;
            parts = null;
            add(away(String.valueOf(unreadable.getMessage())));
        }
    }

    private void leave() {
        if (played != null) {
            played.leave();
        }
    }

    private void lay(PlayedFiles.Chosen chosen, Playable playable) {
        ProcessModel model = ProcessModels.parse(chosen.file().text());
        title = model.title();
        Table table = new Table(seat, modelId, chosen, playable);
        played = table;
        selected = "";
        getElement().setAttribute("aria-busy", "false");
        data.empty();
        verdicts.empty();
        PlayBar bar = new PlayBar(chosen.version(), this);
        if (!playable.tooNew().isEmpty()) {
            parts = null;
            add(bar, away(playable.tooNew()));
            return;
        }
        PlayStage stage = new PlayStage(model, chosen.file().text(), this::choose);
        PlayLog log = new PlayLog(model, this::choose);
        StartDesk starts = new StartDesk(seat.services().starts(), modelId);
        BeginCard begin = new BeginCard(table::examples, table::begin, starts);
        NowTab now = new NowTab(model, begin, table::act);
        ScenariosTab scenarios = new ScenariosTab(table::runScenarios, this::replay);
        scenarios.show(table.scenarios());
        PastTab past = new PastTab(model, this::replayPast, table::stopPast, stage::reveal);
        parts = new Parts(bar, stage, log, now, begin, scenarios, past);
        tabs = new TabRow<>(getTranslation("play.title"), this::open);
        bodies.put("now", now);
        bodies.put("decisions", verdicts);
        bodies.put("data", data);
        bodies.put("scenarios", scenarios);
        bodies.put("past", past);
        bodies.keySet().forEach(key -> tabs.add(key, getTranslation("play.tab." + key)));
        tabs.count("scenarios", String.valueOf(table.scenarios().size()));
        Div middle = new Div(stage, log);
        middle.addClassName("mid");
        Aside pane = new Aside(tabs);
        pane.addClassName("pane");
        bodies.values().forEach(pane::add);
        add(new UnseenHeading(title), bar, middle, pane);
        open("now");
    }

    private Component away(String reason) {
        EmptyState state =
                new EmptyState("flask", getTranslation("play.away"), getTranslation("play.away.text", reason));
        state.addClassName("play-away");
        return state;
    }

    private void open(String tab) {
        openTab = tab;
        tabs.at(tab);
        bodies.forEach((key, body) -> body.setVisible(key.equals(tab)));
        draw();
    }

    private void draw() {
        Parts on = parts();
        ScenarioRuns.Run run = on.scenarios().last();
        Scene scene = table().scene();
        if (openTab.equals("scenarios") && run != null) {
            on.stage().show(run);
        } else if (scene != null) {
            on.stage().show(scene, selected);
        } else {
            on.stage().rest();
        }
    }

    private void choose(String elementId) {
        selected = elementId;
        if (!elementId.isEmpty()) {
            parts().now().open(elementId);
            parts().stage().reveal(elementId);
        }
        draw();
    }

    private void replay(String exampleId) {
        parts().begin().choose(exampleId);
        begin();
    }

    @Override
    public void busy(boolean yes) {
        Parts on = parts();
        on.bar().busy(yes, table().scene());
        on.begin().busy(yes);
        getElement().setAttribute("aria-busy", String.valueOf(yes));
    }

    @Override
    public void scene(@Nullable Scene scene) {
        Parts on = parts();
        on.bar().show(scene);
        if (scene == null) {
            on.now().fresh();
            data.empty();
            verdicts.empty();
            on.log().setVisible(false);
        } else {
            on.now().show(scene);
            on.log().show(scene);
            data.show(scene);
            verdicts.show(scene, table().session());
            tabs.count(
                    "decisions",
                    scene.decisions().isEmpty() ? "" : "" + scene.decisions().size());
        }
        if (openTab.equals("scenarios")) {
            open("now");
        } else {
            draw();
        }
    }

    @Override
    public void running() {
        parts().scenarios().busy(true);
    }

    @Override
    public void scenarios(ScenarioRuns.@Nullable Run run) {
        ScenariosTab tab = parts().scenarios();
        tab.busy(false);
        if (run == null) {
            tab.show(table().scenarios());
        } else {
            tab.show(run);
        }
        tabs.count("scenarios", String.valueOf(table().scenarios().size()));
        draw();
    }

    private void replayPast(Backtests.Past past) {
        parts().past().busy(true);
        table().replayPast(past);
    }

    @Override
    public void pastAt(int done, int all) {
        parts().past().at(done, all);
    }

    @Override
    public void past(@Nullable BacktestReport report) {
        PastTab past = parts().past();
        past.busy(false);
        if (report == null) {
            past.failed();
        } else {
            past.show(report);
        }
    }

    @Override
    public void next() {
        table().act(play -> {
            boolean unused = play.next();
        });
    }

    @Override
    public void run() {
        table().act(play -> play.run());
    }

    @Override
    public void skip() {
        table().act(play -> play.passToNextTimer());
    }

    @Override
    public void begin() {
        table().forget();
        open("now");
    }

    @Override
    public void keep() {
        new KeepScenarioDialog(table()::keep).open();
    }

    @Override
    public void back() {
        getUI().ifPresent(ui -> ui.navigate("models/" + modelId));
    }

    private Parts parts() {
        return Objects.requireNonNull(parts);
    }

    private Table table() {
        return Objects.requireNonNull(played);
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb(getTranslation("menu.models"), "models"),
                new Crumb(title, "models/" + modelId),
                new Crumb(getTranslation("play.title"), null));
    }

    @Override
    public String getPageTitle() {
        return title + " - " + getTranslation("play.title") + " - Tillflow";
    }
}

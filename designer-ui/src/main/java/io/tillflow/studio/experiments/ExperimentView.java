package io.tillflow.studio.experiments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.experiments.Experiment.Group;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.HasCrumbs;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.SimpleTable;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One experiment: its groups and their difference, what can be decided now, and what was done about it. */
@Route("experiments/:name/:version([0-9]+)")
@RolesAllowed(Role.Is.VIEWER)
class ExperimentView extends Div implements HasCrumbs, HasDynamicTitle, BeforeEnterObserver {
    private static final double FLOOR = 0.1;
    private static final int DIGITS = 9;

    private final transient ExperimentsDesk desk;
    private final boolean analyst;
    private String name = "";
    private int version;

    ExperimentView(ExperimentsDesk desk, CurrentUser user) {
        this.desk = desk;
        this.analyst = user.has(Role.ANALYST);
        addClassName("experiment");
        Frontend.require(this, "instances");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        name = event.getRouteParameters().get("name").orElse("");
        String digits = event.getRouteParameters().get("version").orElse("0");
        version = digits.length() > DIGITS ? 0 : Integer.parseInt(digits);
        refresh();
    }

    private void refresh() {
        removeAll();
        try {
            fill(desk.one(name, version));
        } catch (Away away) {
            add(new EmptyState("plug", getTranslation("connectors.away"), getTranslation("connectors.away.text")));
        } catch (Refused unknown) {
            add(new EmptyState(
                    "flask",
                    getTranslation("experiments.unknown", name, version),
                    getTranslation("experiments.empty.text")));
        }
    }

    private void fill(Experiment it) {
        add(
                new PageHead(it.name())
                        .beside(Words.state(this, it), Pieces.text("v" + it.version(), "dim"))
                        .actions(actions(it)),
                Pieces.block(
                        getTranslation(
                                "experiments.drawn",
                                it.process(),
                                it.element(),
                                getTranslation("experiments.goal." + it.goal(), String.join(", ", it.elements())),
                                it.within(),
                                worthwhile(it)),
                        "meta"),
                verdict(it),
                groups(it));
        it.groups().stream()
                .skip(1)
                .map(group -> new CurvePicture(it, group.arm(), getLocale()))
                .forEach(this::add);
        add(past(it));
    }

    private Div verdict(Experiment it) {
        String word = it.word().toLowerCase(Locale.ROOT);
        Div note = new Div(
                Words.verdict(this, it),
                Pieces.text(getTranslation(
                        "experiments.word." + word + ".text",
                        it.best() == null ? "" : it.best(),
                        it.compared(),
                        worthwhile(it),
                        it.ratio() < 0.0001 ? "0.0001" : String.format(getLocale(), "%.4f", it.ratio()))));
        if (it.needed() != null) {
            note.add(Pieces.text(
                    getTranslation(
                            "experiments.needed", it.needed(), it.judged(), Math.max(0, it.needed() - it.judged())),
                    "meta"));
        }
        note.addClassNames("note", "experiment-verdict", it.word().equals("UNTRUSTWORTHY") ? "incident" : "waiting");
        return note;
    }

    private String worthwhile(Experiment it) {
        String size = Words.difference(it, it.worthwhile(), getLocale());
        return it.isYesOrNo() ? getTranslation("experiments.points", size.substring(1)) : size.substring(1);
    }

    private SimpleTable groups(Experiment it) {
        SimpleTable table = new SimpleTable(
                getTranslation("experiments.arm"),
                getTranslation("experiments.share"),
                getTranslation("experiments.units"),
                getTranslation("experiments.judged"),
                getTranslation("experiments.outcome." + (it.isYesOrNo() ? "rate" : "money")),
                getTranslation("experiments.difference", it.compared()),
                "");
        for (Group group : it.groups()) {
            table.row(
                    Pieces.text(group.arm(), "strong"),
                    number(Words.share(group.share(), getLocale())),
                    number(getTranslation(
                            "experiments.expected",
                            String.format(getLocale(), "%,d", group.units()),
                            String.format(getLocale(), "%,.0f", group.expected()))),
                    number(String.format(getLocale(), "%,d", group.judged())),
                    number(group.mean() == null ? "" : Words.mean(it, group.mean(), getLocale())),
                    difference(it, group),
                    act(it, group));
        }
        return table;
    }

    private static Component number(String text) {
        return Pieces.text(text, "num");
    }

    private Component difference(Experiment it, Group group) {
        if (group.difference() == null || group.low() == null || group.high() == null) {
            return Pieces.text(group.arm().equals(it.compared()) ? "" : getTranslation("experiments.not-yet"), "dim");
        }
        Div cell = new Div(
                number(Words.difference(it, group.difference(), getLocale())),
                Pieces.text(
                        "(" + Words.difference(it, group.low(), getLocale()) + " … "
                                + Words.difference(it, group.high(), getLocale()) + ")",
                        "num",
                        "dim"));
        cell.addClassName("row");
        return cell;
    }

    private Component act(Experiment it, Group group) {
        Div cell = new Div();
        if (analyst && !group.arm().equals(it.taken())) {
            cell.add(Pieces.button(
                    getTranslation("experiments.take"),
                    "check",
                    () -> ask(
                            getTranslation("experiments.take.title", group.arm()),
                            getTranslation(
                                    "experiments.take.text",
                                    it.isClear() ? "" : getTranslation("experiments.take.early")),
                            getTranslation("experiments.take"),
                            () -> desk.take(name, version, group.arm())),
                    "sm",
                    "ghost"));
        }
        return cell;
    }

    private Component[] actions(Experiment it) {
        if (!analyst) {
            return new Component[0];
        }
        List<Component> actions = new ArrayList<>();
        if (it.canShift() && it.state().equals("RUNNING")) {
            boolean on = it.floor() != null;
            String key = on ? "experiments.steady" : "experiments.shift";
            actions.add(Pieces.button(
                    getTranslation(key),
                    "",
                    () -> ask(
                            getTranslation(key),
                            getTranslation(key + ".text"),
                            getTranslation(key),
                            () -> desk.shift(name, version, on ? null : FLOOR))));
        }
        boolean running = it.state().equals("RUNNING");
        String key = running ? "experiments.stop" : "experiments.start";
        actions.add(Pieces.button(
                getTranslation(key),
                running ? "pause" : "play",
                () -> ask(getTranslation(key), getTranslation(key + ".text", it.usual()), getTranslation(key), () -> {
                    if (running) {
                        desk.stop(name, version);
                    } else {
                        desk.start(name, version);
                    }
                })));
        return actions.toArray(Component[]::new);
    }

    private void ask(String title, String text, String confirm, Runnable act) {
        new AskDialog(title, text, "", confirm)
                .then(none -> {
                    boolean worked = Attempt.of(this, act, getTranslation("experiments.done"));
                    refresh();
                    return worked;
                })
                .open();
    }

    private Div past(Experiment it) {
        Div acts = new Div(Pieces.block(getTranslation("experiments.acts"), "lbl"));
        it.acts()
                .forEach(act -> acts.add(line(
                        getTranslation("experiments.act." + act.kind().toLowerCase(Locale.ROOT))
                                + (act.detail() == null ? "" : " " + act.detail()),
                        act.actor(),
                        Pieces.ago(act.at()))));
        Div shifts = new Div(Pieces.block(getTranslation("experiments.shifts"), "lbl"));
        it.shifts()
                .reversed()
                .forEach(shift -> shifts.add(line(
                        IntStream.range(0, shift.arms().size())
                                .mapToObj(i -> shift.arms().get(i) + " "
                                        + Words.share(shift.shares().get(i), getLocale()))
                                .collect(Collectors.joining(", ")),
                        shift.actor() + ": " + shift.reason(),
                        Pieces.ago(shift.at()))));
        Div past = new Div(acts, shifts);
        past.addClassNames("card", "model-past");
        return past;
    }

    private static Div line(String what, String who, Component when) {
        Div line = new Div(Pieces.text(what), Pieces.text(who, "meta"), when);
        line.addClassName("row");
        return line;
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(getTranslation("menu.experiments"), "experiments"), new Crumb(name, null));
    }

    @Override
    public String getPageTitle() {
        return name + " - Tillflow";
    }
}

package io.tillflow.studio.intelligence;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.intelligence.IntelligenceWatch.Life;
import io.tillflow.studio.intelligence.Models.Change;
import io.tillflow.studio.intelligence.Models.Drift;
import io.tillflow.studio.intelligence.Models.Training;
import io.tillflow.studio.intelligence.Models.Version;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.State;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** A model: what is used, what came of the last training, its versions side by side, and what was changed. */
class ModelCard extends Div {
    private static final int CHANGES = 6;
    private static final int TRAININGS = 4;

    /** What an analyst may do about a model. */
    interface Acts {
        void train(String model);

        void promote(String model, int version, boolean refused);

        void rollBack(String model);

        void shadow(String model, int version);

        void endShadow(String model);
    }

    ModelCard(Life life, Optional<Acts> acts) {
        addClassNames("card", "model");
        add(head(life, acts));
        Training latest = life.summary().latest();
        if (life.summary().hindrance() != null) {
            add(note(
                    "incident",
                    getTranslation("intelligence.hindrance"),
                    life.summary().hindrance()));
        } else if (latest != null && latest.reason() != null) {
            boolean missing = latest.state().equals("TOO_LITTLE");
            add(note(
                    missing ? "waiting" : "incident",
                    getTranslation(missing ? "intelligence.missing" : "intelligence.failed"),
                    latest.reason()));
        }
        Optional.ofNullable(life.summary().drift()).ifPresent(drift -> add(driftLine(drift)));
        add(new AnswerLines(life.summary(), acts));
        add(Pieces.block(
                life.versions().isEmpty()
                        ? getTranslation("intelligence.none")
                        : getTranslation(
                                "intelligence.judged",
                                life.versions().getFirst().split()),
                "meta",
                "model-line"));
        Optional.ofNullable(life.summary().live())
                .filter(live -> live.coverage() != null)
                .ifPresent(live -> add(Pieces.block(coverage(live), "meta", "model-line")));
        if (!life.versions().isEmpty()) {
            add(new VersionTable(life.versions(), life.summary().answers() != null, acts));
        }
        life.customers().ifPresent(scored -> add(new CustomerTables(scored)));
        if (!life.trainings().isEmpty()) {
            add(past(life.trainings(), life.changes()));
        }
    }

    private Header head(Life life, Optional<Acts> acts) {
        String model = life.summary().model();
        Version live = life.summary().live();
        Training latest = life.summary().latest();
        boolean underWay = latest != null && latest.underWay();
        Header header = new Header(
                Pieces.text(getTranslation("intelligence.model." + model), "strong"),
                live == null
                        ? new Badge(State.WAITING, getTranslation("intelligence.live.none." + model))
                        : new Badge(State.COMPLETED, getTranslation("intelligence.live", live.version())));
        if (underWay) {
            header.add(new Badge(State.RUNNING, getTranslation("intelligence.training")));
        }
        Span grow = Pieces.text(getTranslation("intelligence.features." + model), "meta", "grow");
        header.add(grow);
        acts.ifPresent(can -> {
            NativeButton back =
                    Pieces.button(getTranslation("intelligence.rollback"), "undo", () -> can.rollBack(model), "sm");
            back.setVisible(live != null);
            back.getElement().setAttribute("title", getTranslation("intelligence.rollback.text"));
            NativeButton train =
                    Pieces.button(getTranslation("intelligence.train"), "play", () -> can.train(model), "sm", "pri");
            train.setEnabled(!underWay && life.summary().hindrance() == null);
            header.add(back, train);
        });
        return header;
    }

    private String coverage(Version live) {
        return getTranslation(
                "intelligence.coverage",
                live.version(),
                String.format(getLocale(), "%.1f %%", 100 * Objects.requireNonNullElse(live.coverage(), 0.0)));
    }

    /** Thresholds as they are usual for the population stability index. */
    private Div driftLine(Drift drift) {
        String level = drift.psi() < 0.1 ? "none" : drift.psi() < 0.2 ? "some" : "much";
        Div line = new Div(
                Pieces.text(getTranslation("intelligence.drift." + level), "strong"),
                Pieces.text(
                        getTranslation(
                                "intelligence.drift", String.format(getLocale(), "%.2f", drift.psi()), drift.orders()),
                        "meta"),
                Pieces.ago(drift.at()));
        line.addClassNames("row", "model-line");
        return line;
    }

    private static Div note(String kind, String title, String text) {
        Div note = new Div(Pieces.text(title, "strong"), new Span(text));
        note.addClassNames("note", "model-note", kind);
        return note;
    }

    private Div past(List<Training> trainings, List<Change> changes) {
        Div asked = new Div(Pieces.block(getTranslation("intelligence.trainings"), "lbl"));
        trainings.stream()
                .limit(TRAININGS)
                .forEach(training -> asked.add(line(
                        getTranslation(
                                "intelligence.training." + training.state().toLowerCase(Locale.ROOT)),
                        training.askedBy(),
                        Pieces.ago(training.askedAt()))));
        Div changed = new Div(Pieces.block(getTranslation("intelligence.changes"), "lbl"));
        changes.stream()
                .limit(CHANGES)
                .forEach(change -> changed.add(line(changed(change), change.actor(), Pieces.ago(change.at()))));
        Div past = new Div(asked, changed);
        past.addClassName("model-past");
        return past;
    }

    /** Who rolls back from the first version has none to go to. */
    private String changed(Change change) {
        String what = "intelligence.change." + change.kind().toLowerCase(Locale.ROOT);
        return change.version() == null
                ? getTranslation(what + ".none")
                : getTranslation(what) + " v" + change.version();
    }

    private static Div line(String what, String who, Component when) {
        Div line = new Div(new Span(what), Pieces.text(who, "meta"), when);
        line.addClassName("row");
        return line;
    }
}

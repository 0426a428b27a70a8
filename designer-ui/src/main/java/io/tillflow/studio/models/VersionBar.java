package io.tillflow.studio.models;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.kit.Zone;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.review.Review;
import io.tillflow.studio.review.ReviewBadge;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The life of the model from left to right: what is drawn, what is saved, what is live; and what can be done now. */
class VersionBar extends Div {
    private static final DateTimeFormatter SINCE =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);

    private final Workbench workbench;
    private final Model model;
    private final Clock clock = Clock.systemUTC();
    private final Div steps = new Div();
    private final Span mates = new Span();
    private int version;
    private Component review = new Span();

    /** @param drawn where the model is drawn; null where it is only shown */
    VersionBar(ModelView view, Workbench workbench, Model model, @Nullable Editor drawn) {
        this.workbench = workbench;
        this.model = model;
        addClassName("ver");
        steps.addClassName("steps2");
        Span grow = new Span();
        grow.addClassName("grow");
        add(steps, grow, mates);
        if (drawn != null) {
            add(icon("undo", "model.undo", drawn::undo), icon("redo", "model.redo", drawn::redo));
        }
        NativeButton export = ghost("dl", "model.export", () -> {});
        ExportMenu.at(export, model, view.state());
        add(export);
        add(ghost("history", "model.history", () -> versions(view)));
        add(ghost("eye", "review.title", view::review));
        if (model.kind() == ModelFile.Kind.BPMN && view.mayDraw()) {
            add(play(view));
        }
        if (drawn != null) {
            add(icon("trash", "model.delete", () -> new DeleteDialog(view, workbench, view.current()).open()));
            add(button("model.save", "btn", view::save), button("model.deploy", "btn pri", view::deploy));
        }
    }

    private void versions(ModelView view) {
        Model newest = workbench.model(model.id()).orElse(model);
        new VersionsDialog(workbench, newest, view.mayDraw() ? view::reload : null).open();
    }

    /** Who else has the model open. */
    void company(Company others) {
        mates.add(others);
    }

    /** Somebody draws: what is on the canvas is no version yet. */
    void touched() {
        steps(
                new Badge(State.DRAFT, getTranslation("model.draft", version + 1)),
                meta(getTranslation("model.drawing")));
    }

    private void kept() {
        steps(
                new Badge(State.DRAFT, getTranslation("model.draft", version + 1)),
                meta(getTranslation("model.draft.kept")));
    }

    void showing(int shown, @Nullable Draft draft) {
        version = draft == null ? shown : draft.baseVersion();
        if (draft != null) {
            kept();
            return;
        }
        boolean newest = workbench
                .model(model.id())
                .map(Model::version)
                .filter(it -> it == shown)
                .isPresent();
        steps(
                Badge.accent("save", getTranslation("model.version", shown)),
                meta(getTranslation(newest ? "model.newest" : "model.old")));
    }

    /** What was asked or decided of it changed. */
    void reviewed() {
        Component former = review;
        review = reviewStep();
        steps.replace(former, review);
    }

    private Component reviewStep() {
        Optional<Review> newest = workbench.review(model.id());
        return newest.filter(it -> it.version() == version || it.state() == Review.State.OPEN)
                .map(it -> step(ReviewBadge.of(this, it), new Span()))
                .orElseGet(() -> step(Badge.off("eye", getTranslation("review.none")), new Span()));
    }

    private void steps(Component badge, Component text) {
        steps.removeAll();
        review = reviewStep();
        steps.add(step(badge, text), line(), review);
        Optional<LiveVersions.Live> live = workbench.live(model);
        steps.add(
                line(),
                live.map(this::live)
                        .orElseGet(() -> step(Badge.off("up", getTranslation("model.not-live")), new Span())));
    }

    private Component live(LiveVersions.Live live) {
        long running = workbench.running(model).stream()
                .mapToLong(LiveVersions.Running::instances)
                .sum();
        String name = live.version().isPresent()
                ? getTranslation("model.live", live.version().getAsInt())
                : getTranslation("model.live.elsewhere", live.engineVersion());
        Component step = step(new Badge(State.COMPLETED, name), meta(told(live, since(live.since()), running)));
        String exact = told(live, at(SINCE, live.since()), running);
        String engine = getTranslation("model.engine-version", live.engineVersion());
        step.getElement().setAttribute("title", exact.isEmpty() ? engine : exact + ". " + engine);
        return step;
    }

    /** Since when, by whom, and how many run it, as far as it is known. */
    private String told(LiveVersions.Live live, String since, long running) {
        return Stream.of(
                        since.isEmpty() ? "" : getTranslation("model.since", since),
                        live.by().isEmpty() ? "" : getTranslation("model.by", live.by()),
                        running == 0 ? "" : getTranslation("model.running", running))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String since(@Nullable Instant since) {
        boolean today = since != null
                && LocalDate.ofInstant(since, Zone.here()).equals(LocalDate.ofInstant(clock.instant(), Zone.here()));
        return at(today ? TODAY : DAY, since);
    }

    private String at(DateTimeFormatter how, @Nullable Instant since) {
        return since == null
                ? ""
                : how.withLocale(getLocale()).withZone(Zone.here()).format(since);
    }

    private static Component step(Component badge, Component text) {
        Span step = new Span(badge, text);
        step.addClassName("vs");
        return step;
    }

    private static Component line() {
        Span line = new Span();
        line.addClassName("ver-line");
        return line;
    }

    private static Span meta(String text) {
        Span span = new Span(text);
        span.addClassNames("meta", "num", "hide-s");
        return span;
    }

    private NativeButton play(ModelView view) {
        NativeButton play = button("model.play", "btn", view::play);
        play.addComponentAsFirst(Icon.small("play"));
        return play;
    }

    private NativeButton button(String key, String classes, Runnable act) {
        NativeButton button = new NativeButton(getTranslation(key), click -> act.run());
        button.addClassNames(classes.split(" "));
        return button;
    }

    private NativeButton ghost(String icon, String key, Runnable act) {
        NativeButton button = new NativeButton("", click -> act.run());
        Span text = new Span(getTranslation(key));
        text.addClassName("hide-s");
        button.add(Icon.small(icon), text);
        button.addClassNames("btn", "ghost");
        button.setAriaLabel(getTranslation(key));
        return button;
    }

    private NativeButton icon(String icon, String key, Runnable act) {
        NativeButton button = new NativeButton("", click -> act.run());
        button.add(new Icon(icon));
        button.addClassNames("btn", "ghost", "ic", "sm", "hide-s");
        button.setAriaLabel(getTranslation(key));
        button.getElement().setAttribute("title", getTranslation(key));
        return button;
    }
}

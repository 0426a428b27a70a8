package io.tillflow.studio.models;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.changes.ModelMerge;
import io.tillflow.studio.kit.CanvasPage;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.HasCrumbs;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.kit.UnseenHeading;
import io.tillflow.studio.lint.Finding;
import io.tillflow.studio.review.Reviews;
import io.tillflow.studio.roundtrip.Fidelity;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

@Route("models/:id")
@PermitAll
class ModelView extends Div implements BeforeEnterObserver, HasDynamicTitle, HasCrumbs, CanvasPage {
    private final Workbench workbench;
    private final ReviewCorner review;
    private final boolean mayDraw;
    private @Nullable Model model;
    private @Nullable Editor editor;
    private @Nullable VersionBar bar;
    private @Nullable Company company;
    private transient Fidelity.@Nullable Opened opened;
    private int base;
    private int shown;
    private boolean touched;

    ModelView(Workbench workbench, Reviews reviews, CurrentUser user) {
        this.workbench = workbench;
        this.review = new ReviewCorner(this, workbench, reviews);
        this.mayDraw = user.has(Role.ANALYST);
        addClassName("designer");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("id").orElse("");
        removeAll();
        Optional<Deleted> gone = workbench.deletions().find(id);
        if (gone.isPresent()) {
            model = gone.get().model();
            add(DeletedNote.page(this, workbench, gone.get()));
            return;
        }
        Model found = workbench.model(id).orElseThrow(NotFoundException::new);
        model = found;
        open(found, ModelVersion.asked(event.getLocation()).orElse(found.version()));
    }

    private void open(Model found, int version) {
        boolean old = version != found.version();
        shown = version;
        review.closeReview();
        @Nullable
        Draft draft = old || !mayDraw ? null : workbench.draft(found.id()).orElse(null);
        String source = draft != null
                ? draft.source()
                : workbench.source(found.id(), version).orElseThrow(NotFoundException::new);
        base = draft != null ? draft.baseVersion() : version;
        touched = draft != null;
        Editor surface = new Editor(found.kind());
        editor = surface;
        Notes notes = new Notes();
        VersionBar versions = new VersionBar(this, workbench, found, mayDraw && !old ? surface : null);
        bar = versions;
        Fidelity.Opened given = workbench.open(found, source);
        surface.configure(workbench.setup(this, found, given.source(), mayDraw && !old));
        opened = given;
        surface.load(given.source(), !mayDraw || old);
        surface.onUnreadable(reason -> add(new EmptyState("alert", getTranslation("model.unreadable"), reason)));
        review.at(surface, workbench.comments(found));
        TrialCorner.open(workbench.trials(), found, surface, mayDraw);
        if (mayDraw && !old) {
            surface.remember(workbench.person(), found.id(), base);
            company = Listening.to(this, workbench, found, surface, notes).also(review::look);
            versions.company(company);
        }
        surface.problems(workbench.beyondBrowser(found, given.source()));
        versions.showing(version, draft);
        add(new UnseenHeading(found.id()), versions, notes, surface);
        workbench.cases(found, given.source(), mayDraw && !old, surface).ifPresent(this::add);
    }

    /** Somebody draws. */
    void touch() {
        touched = true;
        Objects.requireNonNull(opened).touched();
        company().unsaved(true);
        bar().touched();
    }

    boolean drawn(String saved) {
        String source = kept(saved);
        boolean done = keepDraft(base, source);
        if (done) {
            stands();
            company().unsaved(touched);
            editor().problems(workbench.beyondBrowser(current(), source));
        }
        return done;
    }

    /** As a draft of one's own, or as the version that it equals. */
    private void stands() {
        Draft draft = workbench.draft(current().id()).orElse(null);
        touched = draft != null;
        bar().showing(base, draft);
    }

    /** Whether it was kept; says so where it is too large, so that nobody lets go of the only copy. */
    boolean keepDraft(int from, String source) {
        if (workbench.keepDraft(current(), from, source)) {
            return true;
        }
        Notices.failed(getTranslation("model.too-large"));
        return false;
    }

    void save() {
        asDrawn(source -> new SaveDialog(
                        current(),
                        comment -> saved(workbench.save(current(), base, source, comment)),
                        () -> new SaveAsDialog(workbench, current(), source, editor()::discard).open())
                .open());
    }

    /** What is drawn now, kept before anything is asked: while a dialog is open nothing that is drawn arrives. */
    private void asDrawn(Consumer<String> then) {
        editor().source(drawn -> {
            String source = kept(drawn);
            if (touched && keepDraft(base, source)) {
                stands();
            }
            then.accept(source);
        });
    }

    /** The new version is the base of what is drawn next. */
    void saved(Saved saved) {
        switch (saved) {
            case Saved.Version(var id, var version, var changed) -> {
                base = version;
                shown = version;
                touched = false;
                company().unsaved(false);
                model = workbench.model(id).orElse(current());
                editor().remember(workbench.person(), id, version);
                bar().showing(version, null);
                review.refresh();
                Notices.done(getTranslation(changed ? "model.saved" : "model.unchanged", version));
            }
            case Saved.Conflict(var newest, var author) ->
                editor().source(source -> conflict(newest, author, kept(source)));
            case Saved.Gone gone -> company().look();
            case Saved.Refused(var findings) ->
                Notices.failed(findings.getFirst().said(getLocale()));
        }
    }

    /** Offers both drawings as one where they do not contradict each other. */
    private void conflict(int newest, String author, String mine) {
        ModelMerge.Merged merged = workbench.merge(current(), base, newest, mine);
        Runnable join = () -> {
            if (keepDraft(newest, merged.source())) {
                editor().discard(this::reopen);
            }
        };
        model = workbench.model(current().id()).orElse(current());
        new ConflictDialog(this, newest, author, merged.conflicts()).open(this::reload, join, () -> base = newest);
    }

    void deploy() {
        asDrawn(source -> {
            DeployDialog dialog =
                    new DeployDialog(workbench, current(), base, source, this::saved, it -> editor().select(it));
            dialog.then(this::live);
            company().also(dialog, dialog::look);
            dialog.open();
        });
    }

    private void live() {
        stands();
        review.refresh();
    }

    boolean mayDraw() {
        return mayDraw;
    }

    /** Plays what is drawn, or the version that is shown. */
    void play() {
        String target = "models/" + current().id() + "/play";
        if (!touched) {
            go(target, isOld() ? QueryParameters.of("version", "" + shown) : QueryParameters.empty());
            return;
        }
        editor().source(source -> {
            if (keepDraft(base, kept(source))) {
                editor().discard(() -> go(target, QueryParameters.empty()));
            }
        });
    }

    private void go(String target, QueryParameters query) {
        getUI().ifPresent(ui -> ui.navigate(target, query));
    }

    void reload() {
        workbench.dropDraft(current());
        editor().discard(this::reopen);
    }

    /** Opens the newest version, or what was drawn on it. */
    void reopen() {
        removeAll();
        model = workbench.model(current().id()).orElse(current());
        open(current(), current().version());
    }

    /** What is shown, as a program asks for it. */
    String state() {
        return isOld() ? "version=" + shown : "draft=" + mayDraw;
    }

    /** What the editor gave, with what it does not know of the file. */
    String kept(String source) {
        return Objects.requireNonNull(opened).kept(source);
    }

    boolean isOld() {
        return shown != current().version();
    }

    /** Whether there is something drawn that no version holds. */
    boolean isDrawn() {
        return touched;
    }

    void review() {
        review.toggle();
    }

    void goTo(String elementId) {
        editor().select(Finding.warning("", elementId, "", ""));
    }

    void reviewed() {
        bar().reviewed();
        editor().comments(workbench.comments(current()));
    }

    /** What is saved of the version that is shown. */
    String saved() {
        return workbench.source(current().id(), shown).orElse("");
    }

    Model current() {
        return Objects.requireNonNull(model);
    }

    private Editor editor() {
        return Objects.requireNonNull(editor);
    }

    private Company company() {
        return Objects.requireNonNull(company);
    }

    private VersionBar bar() {
        return Objects.requireNonNull(bar);
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb(getTranslation("menu.models"), "models"),
                new Crumb(current().name(), null));
    }

    @Override
    public String getPageTitle() {
        return current().name() + " - Tillflow";
    }
}

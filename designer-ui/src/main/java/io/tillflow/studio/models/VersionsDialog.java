package io.tillflow.studio.models;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.kit.Times;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every version of a model, newest first, with what was deployed. */
class VersionsDialog extends Dialog {
    private final transient Workbench workbench;
    private final transient Model model;
    private final transient @Nullable Runnable rolledBack;

    /** Without somebody to tell of a roll-back, none is offered. */
    VersionsDialog(Workbench workbench, Model model, @Nullable Runnable rolledBack) {
        this.workbench = workbench;
        this.model = model;
        this.rolledBack = rolledBack;
        setHeaderTitle(getTranslation("versions.title", model.name()));
        setWidth("min(760px, 96vw)");
        Map<Integer, Integer> engine = workbench.engineVersions(model.id());
        Map<Integer, ProofLog.Entry> proofs = workbench.proofs(model.id());
        Optional<LiveVersions.Live> live = workbench.live(model);
        Div list = new Div();
        list.addClassName("versions");
        workbench.versions(model.id()).forEach(version -> {
            boolean isLive = live.isPresent()
                    && live.get().version().isPresent()
                    && live.get().version().getAsInt() == version.version();
            list.add(row(version, engine.get(version.version()), isLive, proofs.get(version.version())));
        });
        add(list);
        getFooter().add(new Button(getTranslation("close"), click -> close()));
    }

    private Div row(
            ModelVersion version, @Nullable Integer engineVersion, boolean live, ProofLog.@Nullable Entry proof) {
        Anchor link = new Anchor(
                "models/" + version.modelId() + "?version=" + version.version(),
                getTranslation("model.version", version.version()));
        link.addClassName("link");
        Span comment = new Span(version.comment());
        comment.addClassNames("grow", "cut");
        comment.getElement().setAttribute("title", version.comment());
        Span who = new Span(
                new Span(version.author() + ", "), Times.ago(version.createdAt(), Clock.systemUTC(), getLocale()));
        who.addClassNames("meta");
        Div row = new Div(link, comment);
        if (live) {
            row.add(new Badge(State.COMPLETED, getTranslation("versions.live")));
        } else if (engineVersion != null) {
            row.add(Badge.off("check", getTranslation("versions.deployed", engineVersion)));
        }
        if (proof != null && (proof.scenarios() > 0 || !proof.notPlayable().isEmpty())) {
            row.add(proved(proof));
        }
        row.add(who);
        if (version.version() > 1) {
            row.add(act(
                    "versions.compare",
                    () -> CompareDialog.versions(workbench, model, version.version() - 1, version.version())
                            .open()));
        }
        if (rolledBack != null && !live && version.version() < model.version()) {
            row.add(act("versions.roll-back", () -> ask(version.version(), rolledBack)));
        }
        row.addClassNames("row", "version-row");
        return row;
    }

    /** What its scenarios said when it was deployed. */
    private Badge proved(ProofLog.Entry proof) {
        if (!proof.notPlayable().isEmpty()) {
            Badge badge = Badge.off("flask", getTranslation("versions.not-playable"));
            badge.getElement().setAttribute("title", proof.notPlayable());
            return badge;
        }
        return proof.red() == 0
                ? Badge.off("flask", getTranslation("versions.proved", proof.scenarios()))
                : new Badge(
                        State.INCIDENT,
                        getTranslation("versions.anyway", proof.red(), proof.scenarios(), proof.author()));
    }

    private NativeButton act(String key, Runnable act) {
        NativeButton button = new NativeButton(getTranslation(key), click -> act.run());
        button.addClassNames("btn", "ghost", "sm");
        return button;
    }

    private void ask(int version, Runnable then) {
        new AskDialog(
                        getTranslation("versions.roll-back.title", version),
                        getTranslation("versions.roll-back.text", version, model.version() + 1),
                        "",
                        getTranslation("versions.roll-back"))
                .once(() -> rollBack(version, then))
                .open();
    }

    /** Beside the page, which says that it goes on. */
    private void rollBack(int version, Runnable then) {
        Div note = new Div(new Span(getTranslation("versions.rolling-back", version)));
        note.addClassNames("note", State.WAITING.className());
        note.getElement().setAttribute("role", "status");
        note.getElement().setAttribute("aria-busy", "true");
        removeAll();
        add(note);
        String comment = getTranslation("versions.roll-back.comment", version);
        workbench.beside(
                this,
                () -> workbench.rollBack(model, version, comment),
                outcome -> {
                    tell(outcome, version);
                    close();
                    then.run();
                },
                this::close);
    }

    private void tell(Outcome outcome, int version) {
        switch (outcome) {
            case Outcome.Deployed deployed -> Notices.done(getTranslation("versions.rolled-back", version));
            case Outcome.Refused refused ->
                Notices.failed(refused.findings().getFirst().said(getLocale()));
            case Outcome.EngineAway away -> Notices.failed(getTranslation("deploy.away"));
            case Outcome.Busy busy -> throw new IllegalStateException("expected that nothing is played");
            case Outcome.WouldDeploy none -> throw new IllegalStateException("expected a deployment, not a rehearsal");
        }
    }
}

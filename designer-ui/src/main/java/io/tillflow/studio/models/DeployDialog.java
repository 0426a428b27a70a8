package io.tillflow.studio.models;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.lint.Finding;
import io.tillflow.studio.models.Deployments.Demand;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says what deploying will change and what keeps it from happening; each problem leads to its element. What its scenarios have proved holds
 * until something is changed that they rest on.
 */
class DeployDialog extends Dialog {
    private final transient Workbench workbench;
    private final transient Model model;
    private final String source;
    private final transient Consumer<Saved> saved;
    private final transient Consumer<Finding> goTo;
    private final Div body = new Div();
    private final Button again = new Button();
    private final String wish = UUID.randomUUID().toString();
    private final Button deploy = new Button();
    private final Button leave = new Button();
    private transient Runnable over = () -> {};
    private int base;
    private @Nullable DeployEffects effects;
    private transient Demand demand = Demand.GREEN;
    private transient Proved proved = Proved.NOTHING;

    DeployDialog(
            Workbench workbench, Model model, int base, String source, Consumer<Saved> saved, Consumer<Finding> goTo) {
        this.workbench = workbench;
        this.model = model;
        this.base = base;
        this.source = source;
        this.saved = saved;
        this.goTo = goTo;
        setHeaderTitle(getTranslation("deploy.title", model.name()));
        setWidth("560px");
        body.addClassName("deploy-body");
        again.addThemeVariants(ButtonVariant.PRIMARY);
        again.addClickListener(click -> again());
        deploy.setDisableOnClick(true);
        deploy.addClickListener(click -> deploy());
        add(body);
        again.setVisible(false);
        leave.addClickListener(click -> close());
        getFooter().add(leave, again, deploy);
    }

    /** Told when the engine has answered, whatever it said. */
    void then(Runnable act) {
        over = act;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        if (event.isInitialAttach()) {
            begin();
        }
    }

    /** What keeps the rules is played, too, before it may go live. */
    private void begin() {
        demand = Demand.GREEN;
        proved = Proved.NOTHING;
        deploy.setText(getTranslation("deploy.deploy"));
        deploy.removeThemeVariants(ButtonVariant.ERROR);
        deploy.addThemeVariants(ButtonVariant.PRIMARY);
        deploy.setVisible(true);
        again.setVisible(false);
        beside("deploy.checking", "cancel", () -> workbench.judge(model, source), this::show);
    }

    /** What takes its time is done beside the page, which stays usable and says what is going on; who leaves hears of it all the same. */
    private <T> void beside(String words, String leaving, Supplier<T> work, Consumer<T> then) {
        deploy.setEnabled(false);
        leave.setText(getTranslation(leaving));
        body.removeAll();
        body.add(note(State.WAITING, getTranslation(words)));
        body.getElement().setAttribute("aria-busy", "true");
        workbench.beside(
                this,
                work,
                outcome -> {
                    body.getElement().removeAttribute("aria-busy");
                    leave.setText(getTranslation("cancel"));
                    then.accept(outcome);
                },
                this::close);
    }

    /** What was proved holds no longer than what it was proved of; who waits in front of it hears so. */
    void look() {
        if (deploy.isEnabled() && deploy.isVisible()) {
            boolean unused = stillHolds();
        }
    }

    private boolean stillHolds() {
        Optional<Model> newer = newer();
        if (newer.isPresent()) {
            expire(
                    getTranslation(
                            "deploy.newer", newer.get().changedBy(), newer.get().version()),
                    getTranslation("deploy.newer.join"));
            return false;
        }
        if (!workbench.holds(model, source, proved)) {
            expire(getTranslation("deploy.expired"), getTranslation("deploy.expired.again"));
            return false;
        }
        return true;
    }

    private void expire(String why, String then) {
        body.removeAll();
        body.add(note(State.DRAFT, why));
        again.setText(then);
        again.setVisible(true);
        deploy.setVisible(false);
    }

    /** Plays them again, unless there is a newer version: then both drawings have to become one first. */
    private void again() {
        Optional<Model> newer = newer();
        if (newer.isEmpty()) {
            begin();
        } else {
            close();
            saved.accept(new Saved.Conflict(newer.get().version(), newer.get().changedBy()));
        }
    }

    /** The model as somebody saved it meanwhile, in other words than these. */
    private Optional<Model> newer() {
        return workbench
                .model(model.id())
                .filter(it -> it.version() != base)
                .filter(it -> workbench
                        .source(it.id(), it.version())
                        .filter(source::equals)
                        .isEmpty());
    }

    private void proved(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused && refused.onlyByScenarios()) {
            demand = Demand.ANYWAY;
            proved = refused.proved();
            problems(refused.proved().red());
            deploy.setText(getTranslation("deploy.anyway"));
            deploy.removeThemeVariants(ButtonVariant.PRIMARY);
            deploy.addThemeVariants(ButtonVariant.ERROR);
        } else if (outcome instanceof Outcome.WouldDeploy would) {
            proved = would.proved();
        } else {
            show(outcome);
            return;
        }
        deploy.setEnabled(true);
    }

    private void deploy() {
        if (!stillHolds()) {
            return;
        }
        Saved version = workbench.save(model, base, source, getTranslation("deploy.comment"));
        boolean unchanged = version instanceof Saved.Version same && !same.changed();
        if (!unchanged) {
            saved.accept(version);
        }
        if (version instanceof Saved.Version kept) {
            base = kept.version();
            String along = effects != null && effects.takesAlong() ? effects.processId() : "";
            Demand asked = demand;
            Proved of = proved;
            beside("deploy.goes", "close", () -> send(asked, of, along), sent -> {
                if (!isOpened() && !(sent.outcome() instanceof Outcome.Deployed)) {
                    Notices.failed(getTranslation("deploy.not", model.name()));
                }
                show(sent.outcome());
                sent.tell(this);
                over.run();
            });
        } else {
            close();
        }
    }

    private void show(Outcome outcome) {
        body.removeAll();
        switch (outcome) {
            case Outcome.WouldDeploy would -> {
                effects = new DeployEffects(workbench, model, source);
                body.add(effects);
                problems(would.findings());
                body.add(new ProofNote(watch -> workbench.rehearse(model, source, watch), this::proved));
                deploy.setEnabled(false);
            }
            case Outcome.Refused refused -> {
                body.add(note(State.INCIDENT, getTranslation("deploy.refused")));
                problems(refused.findings());
                deploy.setEnabled(false);
            }
            case Outcome.EngineAway away -> {
                body.add(note(State.DRAFT, getTranslation("deploy.away")));
                deploy.setEnabled(true);
            }
            case Outcome.Busy busy -> {
                body.add(note(State.WAITING, getTranslation("deploy.scenarios.waits")));
                deploy.setEnabled(false);
            }
            case Outcome.Deployed done -> {
                close();
                Notices.done(getTranslation(
                        "deploy.done", model.name(), done.deployed().getFirst().version()));
            }
        }
    }

    /** What went live is live, whatever becomes of what ran before. */
    private Sent send(Demand asked, Proved of, String along) {
        Outcome outcome = workbench.deploy(model, source, asked, of);
        return Sent.of(outcome, along, process -> workbench.takenAlong().begin(process, wish));
    }

    private void problems(List<Finding> findings) {
        findings.stream().limit(100).forEach(finding -> body.add(line(finding)));
    }

    private NativeButton line(Finding finding) {
        State state = finding.isError() ? State.INCIDENT : State.DRAFT;
        Span mark = new Span(new Icon(finding.isError() ? "alert" : "bulb"));
        mark.addClassNames("st", state.className());
        Span where = new Span(finding.elementId().isEmpty() ? finding.file() : finding.elementId());
        where.addClassName("mono");
        Span message = new Span(finding.said(getLocale()));
        message.addClassName("grow");
        NativeButton line = new NativeButton("", click -> {
            close();
            goTo.accept(finding);
        });
        line.add(mark, where, message);
        line.addClassName("finding");
        return line;
    }

    private static Div note(State state, String text) {
        Div note = new Div(new Span(text));
        note.addClassNames("note", state.className());
        note.getElement().setAttribute("role", state == State.WAITING ? "status" : "alert");
        return note;
    }
}

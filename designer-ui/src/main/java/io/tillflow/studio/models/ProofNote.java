package io.tillflow.studio.models;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.kit.Live;
import io.tillflow.studio.kit.State;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Plays a model's scenarios beside the page, says how far it is and what came of them. */
class ProofNote extends Div {
    private static final Logger LOG = LoggerFactory.getLogger(ProofNote.class);

    private final transient Function<Proofs.Watch, Outcome> rehearsal;
    private final transient Consumer<Outcome> then;
    private final Span words = new Span();
    private transient volatile boolean left;

    ProofNote(Function<Proofs.Watch, Outcome> rehearsal, Consumer<Outcome> then) {
        this.rehearsal = rehearsal;
        this.then = then;
        addClassNames("note", "proof");
        getElement().setAttribute("role", "status");
        add(words);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        begin(event.getUI());
    }

    private void begin(UI ui) {
        words.setText(getTranslation("deploy.scenarios.begin"));
        getElement().setAttribute("aria-busy", "true");
        SecurityContext person = SecurityContextHolder.getContext();
        Thread unused = Thread.ofVirtual().name("scenarios-before-deployment").start(() -> {
            SecurityContextHolder.setContext(person);
            try {
                Outcome outcome = rehearsal.apply(watch(ui));
                Live.update(ui, () -> done(outcome));
            } catch (RuntimeException e) {
                LOG.warn("The scenarios before a deployment failed", e);
                Live.update(ui, () -> show(State.INCIDENT, getTranslation("deploy.scenarios.failed")));
            } finally {
                SecurityContextHolder.clearContext();
            }
        });
    }

    private Proofs.Watch watch(UI ui) {
        return new Proofs.Watch() {
            @Override
            public void at(int played, int all) {
                Live.update(ui, () -> words.setText(getTranslation("deploy.scenarios.at", played, all)));
            }

            @Override
            public void waits() {
                Live.update(ui, () -> words.setText(getTranslation("deploy.scenarios.waits")));
            }

            @Override
            public boolean over() {
                return left;
            }
        };
    }

    private void done(Outcome outcome) {
        if (left) {
            return;
        }
        switch (outcome) {
            case Outcome.WouldDeploy would -> say(would.proved());
            case Outcome.Refused refused ->
                show(
                        State.INCIDENT,
                        getTranslation(
                                "deploy.scenarios.red",
                                refused.proved().red().size(),
                                refused.proved().count()));
            case Outcome.Busy busy -> show(State.WAITING, getTranslation("deploy.scenarios.waits"));
            case Outcome.Deployed done -> throw new IllegalStateException("expected a rehearsal, not a deployment");
            case Outcome.EngineAway away -> throw new IllegalStateException("expected a rehearsal, not a deployment");
        }
        then.accept(outcome);
    }

    private void say(Proved proved) {
        if (!proved.notPlayable().isEmpty()) {
            show(
                    State.DRAFT,
                    getTranslation(
                            "deploy.scenarios.not-playable",
                            proved.notPlayable().getFirst()));
        } else if (proved.count() == 0) {
            show(State.WAITING, getTranslation("deploy.scenarios.none"));
        } else {
            show(State.COMPLETED, getTranslation("deploy.scenarios.green", proved.count()));
        }
    }

    private void show(State state, String text) {
        getElement().removeAttribute("aria-busy");
        addClassName(state.className());
        words.setText(text);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        left = true;
    }
}

package io.tillflow.studio.tuning;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.intelligence.IntelligenceTabs;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Live;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.models.Saved;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** What outcomes are worth, and which bounds of the risk table would have paid more; accepting saves a version. */
@Route("intelligence/bounds")
@RolesAllowed(Role.Is.ANALYST)
class BoundsView extends Div implements HasDynamicTitle {
    private static final Logger LOG = LoggerFactory.getLogger(BoundsView.class);
    private static final double CENTS = 100;

    private final transient TuningDesk desk;
    private final NumberField review = field("tuning.review", Assumptions.USUAL.review() / CENTS, "€");
    private final NumberField loss = field("tuning.loss", Assumptions.USUAL.loss() * CENTS, "%");
    private final NumberField margin = field("tuning.margin", Assumptions.USUAL.margin() * CENTS, "%");
    private final NativeButton look;
    private final Div answer = new Div();

    BoundsView(TuningDesk desk, CurrentUser user) {
        this.desk = desk;
        this.look = Pieces.button(getTranslation("tuning.look"), "search", this::look, "pri");
        Div asked = new Div(review, loss, margin, look);
        asked.addClassName("tuning-asked");
        answer.addClassName("intelligence");
        add(
                new PageHead(getTranslation("menu.intelligence")),
                new IntelligenceTabs(user, "intelligence/bounds"),
                Pieces.block(getTranslation("tuning.intro"), "meta", "intelligence-intro"),
                asked,
                answer);
        answer.add(new EmptyState("table", getTranslation("tuning.empty"), getTranslation("tuning.empty.text")));
    }

    private NumberField field(String key, double value, String unit) {
        NumberField field = new NumberField(getTranslation(key));
        field.setValue(value);
        field.setMin(0);
        field.setSuffixComponent(Pieces.text(unit));
        field.setWidth("220px");
        return field;
    }

    private Assumptions assumptions() {
        return new Assumptions(Math.round(value(review) * CENTS), value(loss) / CENTS, value(margin) / CENTS);
    }

    private static double value(NumberField field) {
        return Objects.requireNonNullElse(field.getValue(), 0.0);
    }

    /** Some seconds of work, so that the page stays free meanwhile. */
    private void look() {
        UI ui = UI.getCurrent();
        try {
            Assumptions assumptions = assumptions();
            look.setEnabled(false);
            answer.removeAll();
            answer.add(Pieces.block(getTranslation("tuning.working"), "meta"));
            Thread.ofVirtual()
                    .name("tuning")
                    .start(new DelegatingSecurityContextRunnable(() -> advise(ui, assumptions)));
        } catch (IllegalArgumentException wrong) {
            Notices.failed(getTranslation("tuning.wrong"));
        }
    }

    private void advise(UI ui, Assumptions assumptions) {
        try {
            Advice advice = desk.advise(assumptions);
            Live.update(ui, () -> show(advice));
        } catch (RuntimeException trouble) {
            LOG.warn("no bounds could be looked for", trouble);
            Live.update(ui, () -> failed());
        }
    }

    private void failed() {
        look.setEnabled(true);
        answer.removeAll();
        Notices.failed(getTranslation("tuning.failed"));
    }

    private void show(Advice advice) {
        look.setEnabled(true);
        answer.removeAll();
        answer.add(
                Pieces.block(getTranslation("tuning.looked", advice.cases(), advice.reviewed(), advice.bad()), "meta"));
        if (advice.missing() != null) {
            Div note = new Div(
                    Pieces.text(getTranslation("intelligence.missing"), "strong"), Pieces.text(advice.missing()));
            note.addClassNames("note", "waiting", "model-note");
            answer.add(note);
        } else if (advice.proposals().isEmpty()) {
            answer.add(new EmptyState("check", getTranslation("tuning.none"), getTranslation("tuning.none.text")));
        }
        advice.proposals().forEach(better -> answer.add(new BoundCard(better, () -> ask(advice, better))));
    }

    private void ask(Advice advice, Advice.Better better) {
        new AskDialog(
                        getTranslation("tuning.accept.title"),
                        getTranslation("tuning.accept.text", String.valueOf(advice.version() + 1)),
                        "",
                        getTranslation("tuning.accept"))
                .then(none -> accept(advice, better))
                .open();
    }

    private boolean accept(Advice advice, Advice.Better better) {
        try {
            switch (desk.accept(better.path(), better.to(), advice.version(), advice.assumptions())) {
                case Saved.Version saved -> {
                    Notices.done(getTranslation("tuning.accept.done", String.valueOf(saved.version())));
                    UI.getCurrent().navigate("models/" + saved.modelId());
                }
                case Saved.Conflict ignored -> Notices.failed(getTranslation("tuning.conflict"));
                case Saved.Gone gone -> Notices.failed(gone.words());
                case Saved.Refused ignored -> Notices.failed(getTranslation("tuning.refused"));
            }
        } catch (IllegalStateException stale) {
            Notices.failed(getTranslation("tuning.conflict"));
        }
        return true;
    }

    /** Cents as euros with their sign. */
    static String euros(double cents, Locale locale) {
        return String.format(locale, "%+.2f €", cents / CENTS);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("tuning.title") + " - Tillflow";
    }
}

package io.tillflow.studio.intelligence;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.intelligence.IntelligenceWatch.Life;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/** Every prediction model of the shop: which version is used, how each was judged, what is missing. */
@Route("intelligence")
@Menu(order = 60, title = "menu.intelligence", icon = "bulb")
@RolesAllowed(Role.Is.VIEWER)
class IntelligenceView extends Div implements HasDynamicTitle, ModelCard.Acts {
    private final transient IntelligenceDesk desk;
    private final transient IntelligenceWatch watch;
    private final boolean analyst;
    private final Div cards = new Div();
    private transient Optional<List<Life>> shown = Optional.empty();

    IntelligenceView(IntelligenceDesk desk, IntelligenceWatch watch, CurrentUser user) {
        this.desk = desk;
        this.watch = watch;
        this.analyst = user.has(Role.ANALYST);
        cards.addClassName("intelligence");
        Frontend.require(this, "instances");
        add(
                new PageHead(getTranslation("menu.intelligence")),
                new IntelligenceTabs(user, "intelligence"),
                Pieces.block(getTranslation("intelligence.intro"), "meta", "intelligence-intro"),
                cards);
        show(watch.look());
        watch.follow(this, this::show);
    }

    /** Nothing moves while nothing changed, so that nobody loses their place. */
    private void show(Optional<List<Life>> found) {
        if (found.equals(shown) && cards.getComponentCount() > 0) {
            return;
        }
        shown = found;
        if (found.isEmpty()) {
            Redraw.in(
                    cards,
                    new EmptyState("plug", getTranslation("connectors.away"), getTranslation("connectors.away.text")));
            return;
        }
        Redraw.in(cards, found.get().stream().map(this::card).toList());
    }

    private ModelCard card(Life life) {
        return Redraw.keyed(
                new ModelCard(life, analyst ? Optional.of(this) : Optional.empty()),
                life.summary().model());
    }

    @Override
    public void train(String model) {
        Attempt.of(this, () -> desk.train(model), getTranslation("intelligence.train.done"));
        show(watch.look());
    }

    @Override
    public void promote(String model, int version, boolean refused) {
        new AskDialog(
                        getTranslation("intelligence.promote.title", version),
                        getTranslation("intelligence.promote." + (refused ? "refused." : "text.") + model),
                        "",
                        getTranslation("intelligence.promote"))
                .then(none -> done(Attempt.of(
                        this,
                        () -> desk.promote(model, version),
                        getTranslation("intelligence.promote.done", version))))
                .open();
    }

    @Override
    public void rollBack(String model) {
        done(Attempt.of(this, () -> desk.rollBack(model), getTranslation("intelligence.rollback.done")));
    }

    @Override
    public void shadow(String model, int version) {
        done(Attempt.of(this, () -> desk.shadow(model, version), getTranslation("intelligence.shadow.done", version)));
    }

    @Override
    public void endShadow(String model) {
        done(Attempt.of(this, () -> desk.endShadow(model), getTranslation("intelligence.shadow.ended")));
    }

    private boolean done(boolean worked) {
        show(watch.look());
        return worked;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("menu.intelligence") + " - Tillflow";
    }
}

package io.tillflow.studio.experiments;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.SimpleTable;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Every experiment that began, and what can be said of each. */
@Route("experiments")
@Menu(order = 70, title = "menu.experiments", icon = "flask")
@RolesAllowed(Role.Is.VIEWER)
class ExperimentsView extends Div implements HasDynamicTitle {
    ExperimentsView(ExperimentsDesk desk) {
        Frontend.require(this, "instances");
        add(
                new PageHead(getTranslation("menu.experiments")),
                Pieces.block(getTranslation("experiments.intro"), "meta", "experiments-intro"));
        try {
            show(desk.all());
        } catch (Away | Refused away) {
            add(new EmptyState("plug", getTranslation("connectors.away"), getTranslation("connectors.away.text")));
        }
    }

    private void show(List<Experiment> all) {
        if (all.isEmpty()) {
            add(new EmptyState("flask", getTranslation("experiments.empty"), getTranslation("experiments.empty.text")));
            return;
        }
        SimpleTable table = new SimpleTable(
                getTranslation("experiments.name"),
                getTranslation("experiments.state"),
                getTranslation("experiments.verdict"),
                getTranslation("experiments.units"),
                getTranslation("experiments.judged"),
                getTranslation("experiments.begun"));
        for (Experiment it : all) {
            Anchor link = new Anchor("experiments/" + it.name() + "/" + it.version(), it.name());
            link.setRouterIgnore(false);
            Div name = new Div(link, Pieces.text("v" + it.version(), "dim"));
            name.addClassName("row");
            table.row(
                    name,
                    Words.state(this, it),
                    Words.verdict(this, it),
                    Pieces.text(String.format(getLocale(), "%,d", it.units()), "num"),
                    Pieces.text(String.format(getLocale(), "%,d", it.judged()), "num"),
                    Pieces.ago(it.begunAt()));
        }
        add(table);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("menu.experiments") + " - Tillflow";
    }
}

package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.SimpleTable;
import io.tillflow.studio.security.Role;
import io.tillflow.studio.shop.PriceProposals.Proposed;
import io.tillflow.studio.shop.PriceProposals.Silent;
import io.tillflow.studio.shop.PriceProposals.Why;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prices that should earn more, each with what it should change and why; a person decides. */
@Route("shop/price-proposals")
@RolesAllowed(Role.Is.MERCHANT)
class ProposalsView extends Div implements HasDynamicTitle {
    private static final String CURRENCY = "EUR";

    private final transient ProposalDesk desk;
    private final Div shown = new Div();

    ProposalsView(ProposalDesk desk) {
        this.desk = desk;
        Frontend.require(this, "instances");
        shown.addClassName("price-proposals");
        add(
                new PageHead(getTranslation("menu.shop")),
                new ShopTabs(ProposalsView.class),
                Pieces.block(getTranslation("shop.proposals.intro"), "meta", "intelligence-intro"),
                shown);
        show();
    }

    private void show() {
        shown.removeAll();
        try {
            show(desk.proposals());
        } catch (Away | Refused trouble) {
            shown.add(
                    new EmptyState("plug", getTranslation("connectors.away"), getTranslation("connectors.away.text")));
        } catch (IllegalStateException | io.tillflow.rules.DecisionFailed table) {
            shown.add(new EmptyState(
                    "table", getTranslation("shop.proposals.table"), String.valueOf(table.getMessage())));
        }
    }

    private void show(PriceProposals proposals) {
        if (proposals.version() == null) {
            shown.add(new EmptyState(
                    "bulb", getTranslation("shop.proposals.nomodel"), getTranslation("shop.proposals.nomodel.text")));
            return;
        }
        if (proposals.items().isEmpty()) {
            shown.add(new EmptyState(
                    "check", getTranslation("shop.proposals.none"), getTranslation("shop.proposals.none.text")));
        } else {
            shown.add(table(proposals));
        }
        shown.add(silence(proposals), source(proposals));
    }

    private Component table(PriceProposals proposals) {
        SimpleTable table = new SimpleTable(
                getTranslation("shop.column.product"),
                getTranslation("shop.proposals.now"),
                getTranslation("shop.proposals.then"),
                getTranslation("shop.proposals.effect"),
                getTranslation("shop.proposals.because"),
                getTranslation("shop.column.decide"));
        proposals
                .items()
                .forEach(it -> table.row(
                        name(it),
                        price(it.price()),
                        price(it.proposed()),
                        effect(it),
                        Pieces.text(because(it), "meta"),
                        acts(it)));
        return table;
    }

    private Component name(Proposed it) {
        RouterLink link = new RouterLink(it.name(), VariantView.class, new RouteParameters("sku", it.sku()));
        return new Div(new Div(link), Pieces.block(it.variant() + " · " + it.sku(), "meta"));
    }

    private Component price(long amount) {
        return ShopCells.money(amount, CURRENCY, getLocale());
    }

    private Component effect(Proposed it) {
        return new Div(
                Pieces.block(getTranslation("shop.proposals.profit", percent(it.profitChange())), "strong"),
                Pieces.block(
                        getTranslation(
                                "shop.proposals.interval",
                                percent(it.profitChangeAtWorst()),
                                percent(it.profitChangeAtBest()),
                                percent(it.unitsChange())),
                        "meta"));
    }

    private String because(Proposed it) {
        return getTranslation(
                it.proposed() > it.price() ? "shop.proposals.up" : "shop.proposals.down",
                String.format(getLocale(), "%.1f", -it.elasticity()),
                String.format(getLocale(), "%.1f", it.error()),
                String.format(getLocale(), "%.0f", it.weeklyUnits()),
                String.format(getLocale(), "%.0f", it.costShare() * 100));
    }

    private String percent(double change) {
        return String.format(getLocale(), "%+.1f %%", change * 100);
    }

    private Component acts(Proposed it) {
        Div acts = new Div(
                Pieces.button(getTranslation("shop.proposals.accept"), "", () -> accept(it), "sm", "pri"),
                Pieces.button(getTranslation("shop.proposals.refuse"), "", () -> refuse(it), "sm"));
        acts.addClassName("row");
        return acts;
    }

    private void accept(Proposed it) {
        new AskDialog(
                        getTranslation("shop.proposals.accept.title", it.name()),
                        getTranslation("shop.proposals.accept.text"),
                        "",
                        getTranslation("shop.proposals.accept"))
                .then(none -> done(Attempt.of(
                        this, () -> desk.accept(it.sku(), it.proposed()), getTranslation("shop.proposals.accepted"))))
                .open();
    }

    private void refuse(Proposed it) {
        new AskDialog(
                        getTranslation("shop.proposals.refuse.title", it.name()),
                        getTranslation("shop.proposals.refuse.text"),
                        getTranslation("shop.proposals.why"),
                        getTranslation("shop.proposals.refuse"))
                .then(why -> done(Attempt.of(
                        this,
                        () -> desk.refuse(it.sku(), it.proposed(), why),
                        getTranslation("shop.proposals.refused"))))
                .open();
    }

    private boolean done(boolean worked) {
        show();
        return worked;
    }

    private Component silence(PriceProposals proposals) {
        Map<Why, Long> counts = proposals.silent().stream()
                .collect(Collectors.groupingBy(Silent::why, TreeMap::new, Collectors.counting()));
        Div lines = new Div();
        counts.forEach(
                (why, count) -> lines.add(Pieces.block(getTranslation("shop.proposals.silent." + why, count), "meta")));
        return lines;
    }

    private Component source(PriceProposals proposals) {
        return new Div(
                Pieces.text(
                        getTranslation(
                                "shop.proposals.source",
                                String.valueOf(proposals.version()),
                                String.valueOf(proposals.asOf()),
                                proposals.table()),
                        "meta"),
                new Anchor("models/" + Bounds.DECISION, getTranslation("shop.proposals.guardrails")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shop.proposals") + " - Tillflow";
    }
}

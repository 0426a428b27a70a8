package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.HasCrumbs;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One customer: orders, returns, messages, reviews and consents in the order they happened. */
@Route("shop/customers/:id([0-9a-f-]{36})")
@RolesAllowed(Role.Is.MERCHANT)
class CustomerView extends Div implements HasCrumbs, HasDynamicTitle, BeforeEnterObserver {
    private final transient ShopBook book;
    private final transient DraftDesk drafts;
    private transient @Nullable Customer shown;

    CustomerView(ShopBook book, DraftDesk drafts) {
        this.book = book;
        this.drafts = drafts;
        addClassName("shop-order");
        Frontend.require(this, "instances");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        try {
            Customer.Known known =
                    book.customer(event.getRouteParameters().get("id").orElse(""));
            shown = known.customer();
            Div columns = new Div(timeline(known), facts(known.customer()));
            columns.addClassName("shop-columns");
            add(new PageHead(title()).actions(actions(known.customer())), columns);
        } catch (Away | Refused trouble) {
            add(new EmptyState(
                    "shop", getTranslation("shop.customer.gone"), getTranslation("shop.customer.gone.text")));
        }
    }

    /** Who has ordered can be ordered for again. */
    private Component[] actions(Customer customer) {
        return customer.orders() == 0 ? new Component[0] : new Component[] {new DraftButton(drafts, customer.id())};
    }

    private Component timeline(Customer.Known known) {
        Div rows = new Div();
        rows.addClassName("shop-rows");
        known.timeline().forEach(it -> {
            Div head = new Div(new Span(says(it)));
            head.addClassName("row");
            if (it.orderId() != null && it.number() != null) {
                head.add(new RouterLink(it.number(), OrderView.class, new RouteParameters("id", it.orderId())));
            } else if (it.number() != null) {
                head.add(new Span(it.number()));
            }
            if (it.amount() != null && it.currency() != null) {
                head.add(ShopCells.money(it.amount(), it.currency(), getLocale()));
            }
            head.add(new Span(Pieces.ago(it.at())));
            Div row = new Div(head);
            if (it.words() != null && !it.words().isBlank()) {
                row.add(Pieces.block(it.words(), "words"));
            }
            rows.add(row);
        });
        return ShopCells.card(getTranslation("shop.customer.timeline"), rows);
    }

    private String says(Customer.Event it) {
        return switch (it.kind()) {
            case "STATE" -> getTranslation("shop.state." + it.detail());
            case "RETURN" -> getTranslation("shop.return") + ": " + getTranslation("shop.return." + it.detail());
            case "REVIEW" -> getTranslation("shop.stars", Integer.parseInt(it.detail()));
            case "MESSAGE" -> getTranslation("shop.customer.wrote." + it.detail());
            case "NOTE" -> getTranslation("shop.customer.NOTE", it.detail());
            case "CONSENT" -> getTranslation("shop.customer.CONSENT", it.detail());
            default -> getTranslation("shop.customer." + it.kind());
        };
    }

    private Component facts(Customer it) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("kv");
        ShopCells.fact(facts, getTranslation("shop.email"), new Anchor("mailto:" + it.email(), it.email()));
        ShopCells.fact(
                facts,
                getTranslation("shop.customer.account"),
                new Span(getTranslation(it.account() ? "shop.yes" : "shop.no")));
        ShopCells.fact(
                facts,
                getTranslation("shop.customer.letters"),
                new Span(getTranslation(it.marketing() ? "shop.yes" : "shop.no")));
        ShopCells.fact(facts, getTranslation("shop.customer.orders"), Pieces.text(String.valueOf(it.orders()), "num"));
        if (it.currency() != null) {
            ShopCells.fact(
                    facts,
                    getTranslation("shop.column.total"),
                    ShopCells.money(it.total(), it.currency(), getLocale()));
        }
        return ShopCells.card(getTranslation("shop.customer"), facts);
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb(getTranslation("menu.shop"), "shop"),
                new Crumb(getTranslation("shop.customers"), "shop/customers"),
                new Crumb(title(), null));
    }

    private String title() {
        Customer customer = shown;
        if (customer == null) {
            return getTranslation("shop.customers");
        }
        return customer.name().isEmpty() ? customer.email() : customer.name();
    }

    @Override
    public String getPageTitle() {
        return title() + " - Tillflow";
    }
}

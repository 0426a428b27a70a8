package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.instances.DataTable;
import io.tillflow.studio.instances.DataTable.Column;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** What buyers say, read by somebody of the shop before others see it. */
@Route("shop/reviews")
@RolesAllowed(Role.Is.MERCHANT)
class ReviewsView extends Div implements HasDynamicTitle {
    private static final int MOST_STARS = 5;

    private final transient ShopDesk desk;
    private final ShopList<Review> list;
    private volatile String state = "WAITING";

    ReviewsView(ShopBook book, ShopDesk desk) {
        this.desk = desk;
        list = new ShopList<>(table(), "shop.reviews.empty", after -> book.reviews(state, after));
        Select<String> states = new Select<>();
        states.setItems(List.of("WAITING", "SHOWN", "REFUSED"));
        states.setValue(state);
        states.setAriaLabel(getTranslation("shop.orders.state"));
        states.setItemLabelGenerator(it -> getTranslation("shop.review." + it));
        states.addValueChangeListener(change -> {
            state = change.getValue();
            list.restart();
        });
        Div filter = new Div(states);
        filter.addClassName("shop-filter");
        add(new PageHead(getTranslation("menu.shop")), new ShopTabs(ReviewsView.class), filter, list);
        Frontend.require(this, "instances");
        list.restart();
    }

    private DataTable<Review> table() {
        DataTable<Review> table = new DataTable<>(
                getTranslation("shop.reviews"),
                Review::id,
                List.of(
                        new Column<>(getTranslation("shop.column.review"), "", this::words),
                        new Column<>(getTranslation("shop.column.product"), "hide-s", this::product),
                        new Column<>(getTranslation("shop.column.decide"), "r", this::actions)));
        table.addClassName("shop-reviews");
        return table;
    }

    private Component words(Review it) {
        Span stars = new Span("★".repeat(it.stars()) + "☆".repeat(MOST_STARS - it.stars()));
        stars.getElement().setAttribute("role", "img");
        stars.getElement().setAttribute("aria-label", getTranslation("shop.stars", it.stars()));
        Div head = new Div(
                stars,
                Pieces.text(it.name(), "strong"),
                Pieces.text(it.product(), "meta", "only-s"),
                new Span(Pieces.ago(it.writtenAt())));
        head.addClassName("row");
        Div cell = new Div(head, Pieces.block(it.body(), "words"));
        if (!it.reason().isEmpty()) {
            cell.add(Pieces.block(getTranslation("shop.review.because", it.reason()), "meta"));
        }
        return cell;
    }

    private Component product(Review it) {
        RouterLink order = new RouterLink(
                getTranslation("shop.review.order"), OrderView.class, new RouteParameters("id", it.orderId()));
        order.addClassName("meta");
        return new Div(new Div(new Span(it.product())), order);
    }

    private Component actions(Review it) {
        Div actions = new Div();
        actions.addClassNames("row", "table-actions");
        if (!it.state().equals("SHOWN")) {
            actions.add(Pieces.button(getTranslation("shop.review.show"), "check", () -> show(it), "sm"));
        }
        if (!it.state().equals("REFUSED")) {
            actions.add(Pieces.button(getTranslation("shop.review.refuse"), "", () -> refuse(it), "sm", "risk"));
        }
        return actions;
    }

    private void show(Review it) {
        if (Attempt.of(this, () -> desk.decide(it.id(), true, ""), getTranslation("shop.review.show.done"))) {
            list.restart();
        }
    }

    private void refuse(Review it) {
        new AskDialog(
                        getTranslation("shop.review.refuse.title"),
                        getTranslation("shop.review.refuse.text"),
                        getTranslation("shop.review.refuse.reason"),
                        getTranslation("shop.review.refuse"))
                .then(reason -> {
                    boolean worked = Attempt.of(
                            this, () -> desk.decide(it.id(), false, reason), getTranslation("shop.review.refuse.done"));
                    list.restart();
                    return worked;
                })
                .open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shop.reviews") + " - Tillflow";
    }
}

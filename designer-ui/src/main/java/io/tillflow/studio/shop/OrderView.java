package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.instances.LiveHistory;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.HasCrumbs;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.kit.SimpleTable;
import io.tillflow.studio.kit.Unkept;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One order: what was bought, how far it is, what was noted and asked about it, and what staff may do. */
@Route("shop/orders/:id([0-9a-f-]{36})")
@RolesAllowed(Role.Is.MERCHANT)
class OrderView extends Div implements HasCrumbs, HasDynamicTitle, BeforeEnterObserver {
    private static final int LONGEST = 2_000;

    private final transient ShopBook book;
    private final transient ShopDesk desk;
    private final transient ActsCard acts;
    private final Div content = new Div();
    private final Div left = new Div();
    private final Div right = new Div();
    private final Div columns = new Div(left, right);
    private final Div noted = new Div();
    private final Div notes;
    private final TextArea note = new TextArea();
    private volatile String id = "";
    private UUID nextNote = UUID.randomUUID();
    private transient @Nullable ShopOrder shown;

    OrderView(ShopBook book, ShopDesk desk, HandDesk hands, LocationDesk locations, LiveHistory live) {
        this.book = book;
        this.desk = desk;
        this.acts = new ActsCard(this, hands, locations, book, () -> show(read()));
        note.setLabel(getTranslation("shop.note.new"));
        note.setMaxLength(LONGEST);
        note.setWidthFull();
        noted.addClassName("shop-rows");
        NativeButton write = Pieces.button(getTranslation("shop.note.add"), "", this::write);
        notes = ShopCells.card(getTranslation("shop.notes"), noted, note, write);
        Unkept.in(notes);
        columns.addClassName("shop-columns");
        addClassName("shop-order");
        add(content);
        Frontend.require(this, "instances");
        live.follow(this, change -> true, this::read, this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("id").orElse("");
        show(read());
    }

    private Optional<ShopOrder> read() {
        try {
            return Optional.of(book.order(id));
        } catch (Away | Refused trouble) {
            return Optional.empty();
        }
    }

    private void show(Optional<ShopOrder> found) {
        content.setClassName("stale", found.isEmpty());
        if (found.isEmpty()) {
            if (shown == null) {
                Redraw.in(
                        content,
                        new EmptyState(
                                "shop", getTranslation("shop.order.gone"), getTranslation("shop.order.gone.text")));
            }
            return;
        }
        ShopOrder order = found.get();
        if (order.equals(shown)) {
            return;
        }
        shown = order;
        ShopOrder.Facts facts = order.order();
        Redraw.in(noted, notes(order));
        Redraw.in(left, lines(facts), asked(order), notes);
        Redraw.in(right, whereTo(order), acts.card(order), story(order));
        Redraw.in(
                content,
                new PageHead(getTranslation("shop.order", facts.number()))
                        .beside(ShopCells.orderState(this, facts.state(), facts.cancelRequested()))
                        .actions(actions(order)),
                columns);
    }

    private Component[] actions(ShopOrder order) {
        Anchor page = new Anchor(order.order().orderUrl(), getTranslation("shop.order.page"), AnchorTarget.BLANK);
        page.addClassName("btn");
        Anchor instances = new Anchor("instances?q=" + order.order().number(), getTranslation("shop.order.instances"));
        instances.addClassName("btn");
        List<Component> actions = new ArrayList<>(List.of(page, instances));
        actions.addAll(acts.buttons(order));
        return actions.toArray(Component[]::new);
    }

    private Component lines(ShopOrder.Facts order) {
        SimpleTable table = new SimpleTable(
                getTranslation("shop.column.thing"),
                getTranslation("shop.column.items"),
                getTranslation("shop.column.total"));
        order.lines()
                .forEach(line -> table.row(
                        new Div(new Span(line.name()), Pieces.block(line.variant() + " · " + line.sku(), "meta")),
                        Pieces.text(String.valueOf(line.quantity()), "num"),
                        ShopCells.money(line.total(), order.currency(), getLocale())));
        DescriptionList sums = new DescriptionList();
        sums.addClassName("kv");
        order.discounts()
                .forEach(it ->
                        ShopCells.fact(sums, it.title(), ShopCells.money(-it.amount(), order.currency(), getLocale())));
        ShopCells.fact(
                sums,
                getTranslation("shop.delivery"),
                ShopCells.money(order.deliveryPrice(), order.currency(), getLocale()));
        ShopCells.fact(sums, getTranslation("shop.tax"), ShopCells.money(order.tax(), order.currency(), getLocale()));
        ShopCells.fact(
                sums,
                getTranslation("shop.column.total"),
                ShopCells.money(order.total(), order.currency(), getLocale()));
        return ShopCells.card(getTranslation("shop.bought"), table, sums);
    }

    private Component asked(ShopOrder order) {
        Div rows = new Div();
        rows.addClassName("shop-rows");
        order.questions().forEach(it -> {
            RouterLink link = new RouterLink(
                    ShopCells.topic(this, it.about()), QuestionView.class, new RouteParameters("id", it.id()));
            rows.add(row(link, ShopCells.questionState(this, it.state()), new Span(Pieces.ago(it.askedAt()))));
        });
        order.returns().forEach(it -> {
            Div back = Redraw.keyed(
                    row(
                            new Span(getTranslation("shop.return") + " "),
                            ShopCells.money(it.amount(), order.order().currency(), getLocale()),
                            new Span(getTranslation("shop.return." + it.state())),
                            new Span(Pieces.ago(it.requestedAt()))),
                    it.id());
            back.add(acts.buttons(it));
            rows.add(back);
            it.lines().stream()
                    .filter(line -> line.insteadLabel() != null)
                    .forEach(line -> rows.add(row(Pieces.text(
                            getTranslation("shop.return.instead", line.quantity(), line.sku(), line.insteadLabel()),
                            "meta"))));
        });
        if (order.questions().isEmpty() && order.returns().isEmpty()) {
            rows.add(Pieces.block(getTranslation("shop.asked.none"), "meta"));
        }
        return ShopCells.card(getTranslation("shop.asked"), rows);
    }

    private static Div row(Component... cells) {
        Div row = new Div(cells);
        row.addClassName("row");
        return row;
    }

    private static List<Div> notes(ShopOrder order) {
        return order.notes().stream()
                .map(it -> new Div(
                        row(
                                Pieces.text(it.author(), "strong"),
                                Pieces.text("·", "dim"),
                                new Span(Pieces.ago(it.writtenAt()))),
                        Pieces.block(it.body(), "words")))
                .toList();
    }

    private void write() {
        String text = note.getValue().strip();
        note.setInvalid(text.isEmpty());
        if (!text.isEmpty()
                && Attempt.of(this, () -> desk.note(id, nextNote, text), getTranslation("shop.note.done"))) {
            note.clear();
            nextNote = UUID.randomUUID();
            show(read());
        }
    }

    private Component whereTo(ShopOrder whole) {
        ShopOrder.Facts order = whole.order();
        ShopOrder.Place to = order.shipping();
        DescriptionList facts = new DescriptionList();
        facts.addClassName("kv");
        ShopCells.fact(facts, getTranslation("shop.name"), new Span(to.name()));
        ShopCells.fact(
                facts,
                getTranslation("shop.address"),
                new Span(to.street() + (to.extra().isEmpty() ? "" : ", " + to.extra()) + ", " + to.postcode() + " "
                        + to.town() + ", " + to.country()));
        ShopCells.fact(facts, getTranslation("shop.email"), new Anchor("mailto:" + order.email(), order.email()));
        if (!order.phone().isEmpty()) {
            ShopCells.fact(facts, getTranslation("shop.phone"), new Span(order.phone()));
        }
        if (order.parcel().trackingNumber() != null) {
            ShopCells.fact(
                    facts,
                    getTranslation("shop.parcel"),
                    Pieces.text(order.parcel().carrier() + " " + order.parcel().trackingNumber(), "num"));
        }
        if (order.paymentId() != null) {
            ShopCells.fact(facts, getTranslation("shop.payment"), Pieces.text(order.paymentId(), "mono", "cut"));
        }
        ShopCells.fact(
                facts, getTranslation("shop.stock"), new Span(getTranslation("shop.stock." + order.stockState())));
        if (!whole.lying().isEmpty()) {
            ShopCells.fact(facts, getTranslation("shop.lying"), lying(whole));
        }
        return ShopCells.card(getTranslation("shop.to"), facts);
    }

    /** One parcel leaves, whatever lies where. */
    private Component lying(ShopOrder order) {
        Div lines = new Div();
        if (order.lyingApart()) {
            order.lying()
                    .forEach(it ->
                            lines.add(new Div(getTranslation("shop.lying.some", it.quantity(), it.sku(), it.name()))));
            lines.add(Pieces.block(getTranslation("shop.lying.apart"), "meta"));
        } else {
            lines.add(new Span(order.lying().getFirst().name()));
        }
        return lines;
    }

    private Component story(ShopOrder order) {
        Div rows = new Div();
        rows.addClassName("shop-rows");
        order.history()
                .reversed()
                .forEach(it -> rows.add(row(
                        new Span(getTranslation("shop.state." + it.state())),
                        Pieces.text(it.reason() == null ? "" : it.reason(), "meta"),
                        new Span(Pieces.ago(it.at())))));
        return ShopCells.card(getTranslation("shop.story"), rows);
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(getTranslation("menu.shop"), "shop"), new Crumb(title(), null));
    }

    private String title() {
        ShopOrder order = shown;
        return order == null
                ? getTranslation("shop.orders")
                : getTranslation("shop.order", order.order().number());
    }

    @Override
    public String getPageTitle() {
        return title() + " - Tillflow";
    }
}

package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.instances.DataTable;
import io.tillflow.studio.instances.DataTable.Column;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.instances.Texts;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes things cheaper, with a code or for everybody, and its limits. */
@Route("shop/promotions")
@RolesAllowed(Role.Is.MERCHANT)
class PromotionsView extends Div implements HasDynamicTitle {
    private static final String CURRENCY = "EUR";

    private final transient PriceDesk desk;
    private final transient Clock clock;
    private final ShopList<Promotion> list;

    PromotionsView(PriceDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
        list = new ShopList<>(table(), "shop.promotions.empty", after -> new ShopBook.Page<>(desk.promotions(), null));
        NativeButton add = Pieces.button(getTranslation("shop.promotion.new"), "plus", () -> edit(null), "pri");
        add(new PageHead(getTranslation("menu.shop")).actions(add), new ShopTabs(PromotionsView.class), list);
        Frontend.require(this, "instances");
        list.restart();
    }

    private DataTable<Promotion> table() {
        return new DataTable<>(
                        getTranslation("shop.promotions"),
                        Promotion::id,
                        List.of(
                                new Column<>(getTranslation("shop.promotion"), "", this::name),
                                new Column<>(getTranslation("shop.promotion.does"), "", this::does),
                                new Column<>(getTranslation("shop.promotion.limits"), "hide-s", this::limits),
                                new Column<>(getTranslation("shop.promotion.time"), "hide-s", this::time)))
                .onOpen(this::edit);
    }

    private Component name(Promotion it) {
        String code = it.code();
        NativeButton open = Pieces.button(it.title(), "", () -> edit(it), "sm");
        return new Div(
                new Div(open),
                code == null
                        ? Pieces.block(getTranslation("shop.promotion.everybody"), "meta")
                        : Pieces.block(code, "meta", "mono"));
    }

    private Component does(Promotion it) {
        Div cell = new Div(new Span(
                switch (it.kind()) {
                    case "PERCENT" -> getTranslation("shop.promotion.percent", it.value());
                    case "AMOUNT" ->
                        getTranslation(
                                "shop.promotion.amount",
                                ShopCells.money(it.value(), CURRENCY, getLocale())
                                        .getText());
                    case "BUY_X_GET_Y" -> getTranslation("shop.promotion.buys", it.buys(), it.gets());
                    default -> getTranslation("shop.promotion.kind." + it.kind());
                }));
        if (it.category() != null) {
            cell.add(Pieces.block(getTranslation("shop.promotion.of", it.category()), "meta"));
        }
        if (it.atLeast() > 0) {
            cell.add(Pieces.block(
                    getTranslation(
                            "shop.promotion.least",
                            ShopCells.money(it.atLeast(), CURRENCY, getLocale()).getText()),
                    "meta"));
        }
        return cell;
    }

    private Component limits(Promotion it) {
        Div cell = new Div(new Span(
                it.mostUses() == null
                        ? getTranslation("shop.promotion.unlimited")
                        : getTranslation("shop.promotion.uses", it.mostUses())));
        if (it.mostPerCustomer() != null) {
            cell.add(Pieces.block(getTranslation("shop.promotion.each", it.mostPerCustomer()), "meta"));
        }
        if (!it.combines()) {
            cell.add(Pieces.block(getTranslation("shop.promotion.alone"), "meta"));
        }
        return cell;
    }

    private Component time(Promotion it) {
        Instant now = clock.instant();
        Badge badge = it.runs(now)
                ? new Badge(State.RUNNING, getTranslation("shop.promotion.runs"))
                : now.isBefore(it.startsAt())
                        ? new Badge(State.WAITING, getTranslation("shop.promotion.later"))
                        : new Badge(State.COMPLETED, getTranslation("shop.promotion.over"));
        String from = Texts.exact(it.startsAt(), getLocale());
        String text = it.endsAt() == null
                ? getTranslation("shop.prices.from", from)
                : getTranslation("shop.prices.during", from, Texts.exact(it.endsAt(), getLocale()));
        return new Div(badge, Pieces.block(text, "meta"));
    }

    private void edit(@Nullable Promotion promotion) {
        new PromotionDialog(promotion, clock.instant(), desk, list::restart).open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shop.promotions") + " - Tillflow";
    }
}

package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What makes things cheaper, with a code or for everybody, and its limits. */
@Route("shop/promotions")
@RolesAllowed(Role.Is.MERCHANT)
class PromotionsView extends Div implements HasDynamicTitle {
    private static final String CURRENCY = "EUR";

    private final transient PriceDesk desk;
    private final transient Clock clock;
    private final ShopList<Promotion> list;
    private final Select<String> state = new Select<>();
    private volatile String wanted = "";
    private volatile String wantedState = "";
    private volatile Map<String, Integer> uses = Map.of();

    PromotionsView(PriceDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
        list = new ShopList<>(table(), "shop.promotions.empty", after -> new ShopBook.Page<>(found(), null));
        ShopSearch filter = new ShopSearch("shop.promotions.search", words -> {
            wanted = words.strip().toLowerCase(getLocale());
            list.restart();
        });
        state.setItems("", "runs", "later", "over");
        state.setValue("");
        state.setAriaLabel(getTranslation("shop.promotions.state"));
        state.setItemLabelGenerator(
                it -> getTranslation(it.isEmpty() ? "shop.promotions.all" : "shop.promotion." + it));
        state.addValueChangeListener(change -> {
            wantedState = change.getValue();
            list.restart();
        });
        filter.add(state);
        NativeButton add = Pieces.button(getTranslation("shop.promotion.new"), "plus", () -> edit(null), "pri");
        add(new PageHead(getTranslation("menu.shop")).actions(add), new ShopTabs(PromotionsView.class), filter, list);
        Frontend.require(this, "instances");
        list.restart();
    }

    /** Those that run first, then those to come, then those that are over; of each the newest first. */
    private List<Promotion> found() {
        Instant now = clock.instant();
        uses = desk.promotionUses();
        List<String> order = List.of("runs", "later", "over");
        return desk.promotions().stream()
                .filter(it -> wantedState.isEmpty() || wantedState.equals(it.state(now)))
                .filter(it -> it.says(wanted, getLocale()))
                .sorted(Comparator.comparingInt((Promotion it) -> order.indexOf(it.state(now)))
                        .thenComparing(Promotion::startsAt, Comparator.reverseOrder()))
                .toList();
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
        NativeButton open = Pieces.button(it.title(getLocale()), "", () -> edit(it), "sm");
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
        int used = uses.getOrDefault(it.id(), 0);
        Div cell = new Div(new Span(
                it.mostUses() == null
                        ? getTranslation("shop.promotion.used", used)
                        : getTranslation("shop.promotion.used.of", used, it.mostUses())));
        if (it.mostPerCustomer() != null) {
            cell.add(Pieces.block(getTranslation("shop.promotion.each", it.mostPerCustomer()), "meta"));
        }
        cell.add(
                Pieces.block(getTranslation(it.combines() ? "shop.promotion.beside" : "shop.promotion.alone"), "meta"));
        return cell;
    }

    private Component time(Promotion it) {
        String now = it.state(clock.instant());
        State look = switch (now) {
            case "runs" -> State.RUNNING;
            case "later" -> State.WAITING;
            default -> State.COMPLETED;
        };
        Badge badge = new Badge(look, getTranslation("shop.promotion." + now));
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

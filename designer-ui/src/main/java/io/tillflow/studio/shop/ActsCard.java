package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.instances.Amounts;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.kit.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** What staff may do with an order and its returns, and what they did. */
class ActsCard {
    /** What is done at once, or by somebody else. */
    private static final Set<String> CHANGES = Set.of("CHANGE", "PAY_MORE", "CHANGE_OFF");

    private final Component page;
    private final HandDesk desk;
    private final LocationDesk locations;
    private final ShopBook book;
    private final Runnable done;

    /** @param done after something was asked for */
    ActsCard(Component page, HandDesk desk, LocationDesk locations, ShopBook book, Runnable done) {
        this.page = page;
        this.desk = desk;
        this.locations = locations;
        this.book = book;
        this.done = done;
    }

    List<Component> buttons(ShopOrder order) {
        List<Component> buttons = changes(order);
        String id = order.order().id();
        if (order.shippable()) {
            buttons.add(Pieces.button(say("shop.ship"), "truck", () -> {
                UUID act = UUID.randomUUID();
                ask("shop.ship", order.order().number(), () -> desk.ship(id, HandDesk.Asked.now(act), ""));
            }));
        }
        if (order.capturable() && order.acts().stream().noneMatch(it -> it.is("CAPTURE", "HAND"))) {
            buttons.add(Pieces.button(say("shop.capture"), "card", () -> {
                UUID act = UUID.randomUUID();
                ask("shop.capture", order.order().number(), () -> desk.capture(id, HandDesk.Asked.now(act)));
            }));
        }
        if (order.refundable() > 0) {
            buttons.add(Pieces.button(say("shop.refund"), "return", () -> new RefundDialog(order, desk, done).open()));
        }
        if (order.cancellable()) {
            buttons.add(Pieces.button(
                    say("shop.cancel"),
                    "ban",
                    () -> {
                        HandDesk.Asked asked = HandDesk.Asked.once();
                        dialog("shop.cancel", order.order().number(), () -> desk.cancel(id, asked))
                                .dangerous()
                                .open();
                    },
                    "risk"));
        }
        return buttons;
    }

    private List<Component> changes(ShopOrder order) {
        List<Component> buttons = new ArrayList<>();
        String id = order.order().id();
        if (order.changeable()) {
            buttons.add(Pieces.button(
                    say("shop.change"), "pencil", () -> new ChangeDialog(order, desk, book, done).open()));
        }
        if (order.waitsForPayment()) {
            buttons.add(Pieces.button(
                    say("shop.change.off"),
                    "ban",
                    () -> ask(
                            "shop.change.off",
                            order.order().number(),
                            () -> desk.dropChange(id, HandDesk.Asked.once()))));
        }
        return buttons;
    }

    /** What may be done with a return as it stands. */
    List<Component> buttons(ShopOrder.Back back) {
        List<Component> buttons = new ArrayList<>();
        if (back.lines().isEmpty()) {
            return buttons;
        }
        if (back.awaited()) {
            buttons.add(small("shop.back.receive", () -> desk.receive(back.id(), HandDesk.Asked.once())));
        }
        if (back.here() && back.restockedAt() == null) {
            buttons.add(Pieces.button(say("shop.back.restock"), "", () -> restock(back)));
        }
        if (back.sendable()) {
            buttons.add(small("shop.back.exchange", () -> desk.exchange(back.id(), HandDesk.Asked.once())));
        }
        if (back.payable()) {
            buttons.add(small("shop.back.payout", () -> desk.payOut(back.id(), HandDesk.Asked.once())));
        }
        return buttons;
    }

    /** Where, is asked only when there are several locations. */
    private void restock(ShopOrder.Back back) {
        HandDesk.Asked asked = HandDesk.Asked.once();
        List<Location> open = open();
        if (open.size() > 1) {
            new RestockDialog(open, location -> desk.restock(back.id(), asked, location), done).open();
        } else {
            Attempt.of(page, () -> desk.restock(back.id(), asked, ""), say("shop.act.done"));
            done.run();
        }
    }

    /** None when the shop does not say: then the act itself says why. */
    private List<Location> open() {
        try {
            return locations.open();
        } catch (Away | Refused trouble) {
            return List.of();
        }
    }

    Component card(ShopOrder order) {
        Locale locale = page.getUI().map(UI::getLocale).orElse(Locale.ENGLISH);
        Div rows = new Div();
        rows.addClassName("shop-rows");
        order.acts().reversed().forEach(act -> {
            Div row = Redraw.keyed(
                    new Div(
                            new Span(say("shop.act." + act.kind())),
                            badge(act),
                            Pieces.text(Amounts.within(act.outcome(), locale), "meta")),
                    act.id());
            row.addClassName("row");
            row.add(Pieces.text(act.author(), "strong"), new Span(Pieces.ago(act.askedAt())));
            if (CHANGES.contains(act.kind())) {
                rows.add(row);
                return;
            }
            if (act.way().equals("AUTOMATION") || act.way().equals("WAITING") || act.is("REFUND", "REFUSED")) {
                row.add(small("shop.act.now", () -> again(order, act)));
            }
            rows.add(row);
        });
        ShopOrder.Dearer dearer = order.dearer();
        if (dearer != null && dearer.pending()) {
            String currency = order.order().currency();
            rows.addComponentAsFirst(Pieces.block(
                    page.getTranslation(
                            "shop.change.waits",
                            Amounts.text(dearer.total(), currency, locale),
                            Amounts.text(order.order().total(), currency, locale)),
                    "meta"));
        }
        if (order.acts().isEmpty()) {
            rows.add(Pieces.block(say("shop.acts.none"), "meta"));
        }
        return ShopCells.card(say("shop.acts"), rows);
    }

    private void again(ShopOrder order, ShopOrder.Act act) {
        HandDesk.Asked asked = HandDesk.Asked.now(UUID.fromString(act.id()));
        String id = order.order().id();
        switch (act.kind()) {
            case "SHIP" -> desk.ship(id, asked, "");
            case "CAPTURE" -> desk.capture(id, asked);
            case "CANCEL" -> desk.cancel(id, asked);
            default -> {
                ShopOrder.Back back = order.returns().stream()
                        .filter(it -> it.id().equals(act.returnId()))
                        .findFirst()
                        .orElseThrow();
                if (act.kind().equals("EXCHANGE")) {
                    desk.exchange(back.id(), asked);
                } else if (back.lines().isEmpty()) {
                    desk.refund(id, asked, back.amount());
                } else {
                    desk.payOut(back.id(), asked);
                }
            }
        }
    }

    private Badge badge(ShopOrder.Act act) {
        State look = switch (act.way()) {
            case "HAND" -> State.COMPLETED;
            case "AUTOMATION" -> State.RUNNING;
            case "REFUSED" -> State.INCIDENT;
            default -> State.WAITING;
        };
        return new Badge(look, say("shop.act.way." + act.way()));
    }

    private Component small(String text, Runnable act) {
        return Pieces.button(say(text), "", () -> {
            Attempt.of(page, act, say("shop.act.done"));
            done.run();
        });
    }

    private void ask(String text, String number, Runnable act) {
        dialog(text, number, act).open();
    }

    private AskDialog dialog(String text, String number, Runnable act) {
        return new AskDialog(page.getTranslation(text + ".title", number), say(text + ".text"), "", say(text))
                .then(none -> {
                    boolean worked = Attempt.of(page, act, say("shop.act.done"));
                    done.run();
                    return worked;
                });
    }

    private String say(String key) {
        return page.getTranslation(key);
    }
}

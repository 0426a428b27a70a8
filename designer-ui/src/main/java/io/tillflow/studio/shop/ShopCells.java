package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.instances.Amounts;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.kit.State;
import java.util.Locale;

/** The small parts that the shop's pages share. */
final class ShopCells {
    private ShopCells() {}

    static Badge orderState(Component page, String state, boolean cancelRequested) {
        if (cancelRequested && !state.equals("CANCELLED")) {
            return new Badge(State.WAITING, page.getTranslation("shop.state.CANCELLING"));
        }
        State look = switch (state) {
            case "IN_REVIEW", "AWAITING_PAYMENT", "AWAITING_STOCK" -> State.WAITING;
            case "DELIVERED", "COMPLETED" -> State.COMPLETED;
            case "CANCELLED" -> State.CANCELLED;
            default -> State.RUNNING;
        };
        return new Badge(look, page.getTranslation("shop.state." + state));
    }

    static Badge questionState(Component page, String state) {
        State look = switch (state) {
            case "REQUESTED" -> State.RUNNING;
            case "WITH_PERSON" -> State.WAITING;
            case "ANSWERED" -> State.COMPLETED;
            default -> State.CANCELLED;
        };
        return new Badge(look, page.getTranslation("shop.question." + state));
    }

    static Span money(long amount, String currency, Locale locale) {
        return Pieces.text(Amounts.text(amount, currency, locale), "num");
    }

    static String topic(Component page, String topic) {
        String key = "shop.topic." + topic;
        String text = page.getTranslation(key);
        return text.equals(key) ? topic : text;
    }

    static Div card(String title, Component... content) {
        Div body = new Div(content);
        body.addClassName("shop-card");
        Div card = Redraw.keyed(new Div(new Header(new H2(title)), body), title);
        card.addClassName("card");
        return card;
    }

    static void fact(DescriptionList list, String name, Component value) {
        list.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }
}

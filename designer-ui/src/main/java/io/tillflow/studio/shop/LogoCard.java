package io.tillflow.studio.shop;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.instances.Pieces;

/** The logo that stands at the head of the shop's pages and invoices, as shoppers see it: on white. */
class LogoCard extends Div {
    private final transient ProfileDesk desk;
    private final Div content = new Div();

    LogoCard(ProfileDesk desk) {
        this.desk = desk;
        content.addClassName("shop-rows");
        add(ShopCells.card(say("title"), Pieces.block(say("text"), "meta"), content));
        refresh();
    }

    private void refresh() {
        content.removeAll();
        Profile.Logo logo = desk.logo();
        Div acts = new Div(Pieces.button(say("bring"), "plus", () -> new LogoDialog(desk, this::refresh).open()));
        acts.addClassName("row");
        if (logo.shown() == null) {
            content.add(Pieces.block(say("none"), "meta"));
        } else {
            Div look = new Div(new Image("data:image/png;base64," + logo.picture(), say("alt")));
            look.addClassName("logo-look");
            content.add(look);
            acts.add(Pieces.button(say("away"), "", this::ask));
        }
        content.add(acts);
    }

    private void ask() {
        new AskDialog(say("away"), say("away.text"), "", say("away"))
                .once(() -> {
                    Attempt.of(this, desk::removeLogo, say("gone"));
                    refresh();
                })
                .dangerous()
                .open();
    }

    private String say(String key) {
        return getTranslation("shop.logo." + key);
    }
}

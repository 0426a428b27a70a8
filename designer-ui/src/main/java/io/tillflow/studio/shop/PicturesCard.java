package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.instances.Pieces;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** The pictures of one colour: brought, put in order, said what they show. */
class PicturesCard extends Div {
    private final transient CatalogueDesk desk;
    private final String sku;
    private final Div rows = new Div();

    PicturesCard(ProductText.Colour colour, CatalogueDesk desk) {
        this.desk = desk;
        this.sku = colour.sku();
        rows.addClassName("shop-rows");
        add(ShopCells.card(
                getTranslation("shop.pictures.of", colour.name()),
                rows,
                Pieces.button(
                        getTranslation("shop.picture.add"),
                        "plus",
                        () -> new PictureDialog(sku, null, desk, this::refresh).open())));
        refresh();
    }

    private void refresh() {
        rows.removeAll();
        List<ProductText.Picture> pictures = desk.pictures(sku);
        for (int at = 0; at < pictures.size(); at++) {
            rows.add(row(pictures, at));
        }
    }

    private Component row(List<ProductText.Picture> pictures, int at) {
        ProductText.Picture it = pictures.get(at);
        Div row = new Div();
        row.addClassName("picture-row");
        if (it.small() == null) {
            row.add(new Div(Pieces.text(getTranslation("shop.picture.drawn"), "meta")));
        } else {
            row.add(new Image(
                    "data:image/jpeg;base64," + it.small(),
                    Objects.requireNonNullElse(it.alts().get(getLocale().getLanguage()), it.name())));
        }
        Div words = new Div();
        it.alts().forEach((language, alt) -> words.add(Pieces.block(language + ": " + alt, "meta")));
        if (it.alts().isEmpty()) {
            words.add(Pieces.block(it.name(), "meta"));
        }
        Div acts = new Div();
        acts.addClassNames("row", "table-actions");
        if (at > 0) {
            acts.add(act("shop.picture.first", () -> desk.order(sku, moved(pictures, at))));
        }
        if (it.small() != null) {
            acts.add(Pieces.button(
                    getTranslation("shop.picture.say"),
                    "",
                    () -> new PictureDialog(sku, it, desk, this::refresh).open(),
                    "sm"));
        }
        if (pictures.size() > 1) {
            acts.add(act("shop.picture.away", () -> desk.remove(sku, it.name())));
        }
        row.add(new Div(words, acts));
        return row;
    }

    private Component act(String key, Runnable act) {
        return Pieces.button(
                getTranslation(key),
                "",
                () -> {
                    Attempt.of(this, act, getTranslation("shop.picture.kept"));
                    refresh();
                },
                "sm");
    }

    private static List<String> moved(List<ProductText.Picture> pictures, int at) {
        List<String> names =
                new ArrayList<>(pictures.stream().map(ProductText.Picture::name).toList());
        Collections.swap(names, at, at - 1);
        return names;
    }
}

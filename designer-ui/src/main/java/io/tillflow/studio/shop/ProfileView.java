package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.Unkept;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** Who runs the shop and how it delivers, used on its pages, invoices and letters. */
@Route("shop/settings")
@RolesAllowed(Role.Is.MERCHANT)
class ProfileView extends Div implements HasDynamicTitle {
    private static final int SHOWN = 8;

    private final transient ProfileDesk desk;
    private final transient LocationDesk locations;
    private final ProfileFields fields = new ProfileFields();
    private final RateFields rates = new RateFields();
    private final CurrencyFields currencies = new CurrencyFields();
    private final Div content = new Div();
    private transient Profile.@Nullable Whole shown;

    ProfileView(ProfileDesk desk, LocationDesk locations) {
        this.desk = desk;
        this.locations = locations;
        add(
                new PageHead(getTranslation("menu.shop"))
                        .actions(Pieces.button(getTranslation("shop.profile.keep"), "check", this::keep, "pri")),
                new ShopTabs(ProfileView.class),
                content);
        addClassName("shop-order");
        Unkept.in(content);
        Frontend.require(this, "instances");
        refresh();
    }

    private void refresh() {
        content.removeAll();
        try {
            show(desk.now());
        } catch (Away | Refused trouble) {
            content.add(
                    new EmptyState("plug", getTranslation("storefront.away"), getTranslation("storefront.away.text")));
        }
    }

    private void show(Profile.Whole whole) {
        shown = whole;
        fields.show(whole.profile());
        rates.show(whole.profile().delivery().rates());
        currencies.show(
                whole.profile().currencies(),
                RateFields.KNOWN.stream()
                        .filter(whole.profile().delivery().rates()::containsKey)
                        .toList());
        if (!whole.open().isEmpty()) {
            Div note = new Div(getTranslation(
                    "shop.profile.open",
                    String.join(
                            ", ",
                            whole.open().stream()
                                    .map(it -> getTranslation("shop.profile.open." + it))
                                    .toList())));
            note.addClassName("note");
            content.add(note);
        }
        Div columns = new Div(
                new Div(ShopCells.card(getTranslation("shop.profile.who"), fields), new LogoCard(desk)),
                new Div(
                        ShopCells.card(getTranslation("shop.profile.rates"), rates),
                        ShopCells.card(getTranslation("shop.profile.currencies"), currencies),
                        new LocationsCard(locations),
                        changes(whole)));
        columns.addClassName("shop-columns");
        content.add(columns);
        Unkept.kept(content);
    }

    private Component changes(Profile.Whole whole) {
        Div rows = new Div();
        rows.addClassName("shop-rows");
        whole.changes().stream().limit(SHOWN).forEach(it -> {
            Div row = new Div(
                    new Span(getTranslation("shop.profile.change", it.number(), it.author())),
                    Pieces.ago(it.writtenAt()));
            row.addClassName("row");
            rows.add(row);
        });
        if (whole.changes().isEmpty()) {
            rows.add(Pieces.block(getTranslation("shop.profile.change.none"), "meta"));
        }
        return ShopCells.card(getTranslation("shop.profile.changes"), rows);
    }

    private void keep() {
        Profile.Whole before = shown;
        if (before != null
                && Attempt.of(
                        this,
                        () -> desk.keep(
                                new Profile.Draft(before.number(), fields.wanted(rates.wanted(), currencies.wanted()))),
                        getTranslation("shop.profile.kept"))) {
            refresh();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shop.profile") + " - Tillflow";
    }
}

package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.instances.DataTable;
import io.tillflow.studio.instances.DataTable.Column;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Imprint, terms and what else the shop says, in each language; what must still be filled in is said above all. */
@Route("shop/pages")
@RolesAllowed(Role.Is.MERCHANT)
class ContentPagesView extends Div implements HasDynamicTitle {
    private final Div note = new Div();

    ContentPagesView(PageDesk desk) {
        note.addClassName("note");
        note.setVisible(false);
        ShopList<ContentPage> list = new ShopList<>(table(), "shop.pages.empty", after -> {
            List<ContentPage> all = desk.all();
            warn(all);
            return new ShopBook.Page<>(all, null);
        });
        NativeButton add = Pieces.button(getTranslation("shop.page.new"), "plus", this::begin, "pri");
        add(new PageHead(getTranslation("menu.shop")).actions(add), new ShopTabs(ContentPagesView.class), note, list);
        addClassName("shop-order");
        Frontend.require(this, "instances");
        list.restart();
    }

    private void warn(List<ContentPage> all) {
        long open = all.stream()
                .filter(page ->
                        page.texts().stream().anyMatch(text -> !text.open().isEmpty()))
                .count();
        note.setVisible(open > 0);
        note.setText(getTranslation("shop.pages.open", open));
    }

    private DataTable<ContentPage> table() {
        List<Column<ContentPage>> columns = new ArrayList<>();
        columns.add(new Column<>(getTranslation("shop.page"), "", this::name));
        for (String language : List.of("en", "de")) {
            columns.add(new Column<>(
                    Locale.of(language).getDisplayLanguage(getLocale()), "", it -> state(text(it, language))));
        }
        return new DataTable<>(getTranslation("shop.pages"), ContentPage::page, columns)
                .onOpen(it -> UI.getCurrent().navigate(ContentPageView.class, parameters(it.page(), language())));
    }

    private String language() {
        return getLocale().getLanguage().equals("de") ? "de" : "en";
    }

    private static ContentPage.@Nullable Text text(ContentPage page, String language) {
        return page.texts().stream()
                .filter(it -> it.language().equals(language))
                .findFirst()
                .orElse(null);
    }

    private static RouteParameters parameters(String page, String language) {
        return WordsView.parameters(ContentPageView.PAGE, page, language);
    }

    private Component name(ContentPage it) {
        String title = it.texts().stream()
                .map(ContentPage.Text::title)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(it.page());
        ContentPage.Text own = text(it, language());
        RouterLink link = new RouterLink(
                own == null || own.title().isEmpty() ? title : own.title(),
                ContentPageView.class,
                parameters(it.page(), language()));
        return new Div(new Div(link), Pieces.block("/help/" + it.page(), "meta"));
    }

    private Component state(ContentPage.@Nullable Text it) {
        if (it == null || (it.version() == 0 && it.shown() == null)) {
            return new Span(getTranslation("shop.page.none"));
        }
        Div cell = new Div(
                it.shown() == null
                        ? new Badge(State.DRAFT, getTranslation("shop.page.draft"))
                        : it.open().isEmpty()
                                ? new Badge(State.COMPLETED, getTranslation("shop.page.shown"))
                                : new Badge(
                                        State.WAITING,
                                        getTranslation(
                                                "shop.page.open", it.open().size())));
        if (it.shown() != null && it.drafted()) {
            cell.add(Pieces.block(getTranslation("shop.page.newer"), "meta"));
        }
        return cell;
    }

    private void begin() {
        new AskDialog(
                        getTranslation("shop.page.new"),
                        getTranslation("shop.page.new.text"),
                        getTranslation("shop.page.new.address"),
                        getTranslation("shop.page.new.begin"))
                .then(this::begun)
                .open();
    }

    private boolean begun(String address) {
        String name = address.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        if (name.isBlank() || name.equals("-")) {
            return false;
        }
        getUI().ifPresent(ui -> ui.navigate(ContentPageView.class, parameters(name, language())));
        return true;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shop.pages") + " - Tillflow";
    }
}

package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.Unkept;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page in one language: written at the left, as shoppers will see it at the right, with every text it ever had. */
@Route("shop/pages/:page([a-z0-9-]+)/:language([a-z]{2})")
@RolesAllowed(Role.Is.MERCHANT)
class ContentPageView extends WordsView {
    static final String PAGE = "page";
    private static final int LONGEST = 60_000;
    private static final int LONGEST_TITLE = 120;

    private final transient PageDesk desk;
    private final TextField title = new TextField();
    private final TextArea body = new TextArea();
    private transient ContentPage.@Nullable Whole shown;

    ContentPageView(PageDesk desk) {
        super(desk, PAGE);
        this.desk = desk;
        title.setLabel(getTranslation("shop.page.title"));
        title.setMaxLength(LONGEST_TITLE);
        title.setWidthFull();
        body.setLabel(getTranslation("shop.page.body"));
        body.setMaxLength(LONGEST);
        body.setMinRows(16);
        body.setWidthFull();
        previewed(body);
    }

    private record Typed(String title, String body) {}

    private Typed typed() {
        return new Typed(heading(), markdown());
    }

    @Override
    String heading() {
        return title.getValue().strip();
    }

    @Override
    String markdown() {
        return body.getValue().strip();
    }

    private void put(String titled, String text) {
        title.setValue(titled);
        body.setValue(text);
    }

    @Override
    EmptyState nothing() {
        return new EmptyState("plug", getTranslation("storefront.away"), getTranslation("storefront.away.text"));
    }

    @Override
    void show() {
        ContentPage.Whole whole = desk.pageOrFresh(subject(), language());
        shown = whole;
        put(whole.text().title(), whole.body());
        body.setHelperText(getTranslation("shop.page.body.help", braces(whole.blanks())));
        add(
                new PageHead(name()).actions(actions(whole)),
                languages(),
                columns(
                        new Div(ShopCells.card(getTranslation("shop.page.text"), title, body)),
                        new Div(look(), versions(whole))));
    }

    private static String braces(List<String> blanks) {
        return String.join(", ", blanks.stream().map(it -> "{{" + it + "}}").toList());
    }

    private Component[] actions(ContentPage.Whole whole) {
        List<Component> actions = new ArrayList<>();
        ContentPage.Text text = whole.text();
        if (text.shown() != null && text.shown() > 0) {
            actions.add(hide(whole.shipped() ? "shop.page.back" : "shop.page.hide"));
        }
        if (!whole.shipped() && text.version() > 0 && text.shown() == null) {
            actions.add(Pieces.button(getTranslation("shop.page.delete"), "", this::delete));
        }
        actions.add(Pieces.button(getTranslation("shop.page.keep"), "", () -> keep(false)));
        actions.add(Pieces.button(getTranslation("shop.page.show"), "check", () -> keep(true), "pri"));
        return actions.toArray(Component[]::new);
    }

    private NativeButton hide(String key) {
        return Pieces.button(
                getTranslation(key),
                "",
                () -> new AskDialog(getTranslation(key), getTranslation(key + ".text"), "", getTranslation(key))
                        .then(none -> hidden())
                        .dangerous()
                        .open());
    }

    /** What is typed and not kept has nothing to do with what shoppers read. */
    private boolean hidden() {
        Typed typed = typed();
        boolean worked = act(() -> desk.hide(subject(), language()), "shop.page.hidden");
        if (worked) {
            take(typed.title(), typed.body());
        }
        return worked;
    }

    private void delete() {
        new AskDialog(
                        getTranslation("shop.page.delete"),
                        getTranslation("shop.page.delete.text"),
                        "",
                        getTranslation("shop.page.delete"))
                .then(none -> {
                    boolean gone = Attempt.of(this, () -> desk.delete(subject()), getTranslation("shop.page.deleted"));
                    if (gone) {
                        settled();
                        getUI().ifPresent(ui -> ui.navigate(ContentPagesView.class));
                    }
                    return gone;
                })
                .dangerous()
                .open();
    }

    /** A text that is as it was kept last is not kept once more. */
    private void keep(boolean show) {
        ContentPage.Whole before = shown;
        if (before == null) {
            return;
        }
        int seen = before.text().version();
        boolean same = seen > 0 && typed().equals(new Typed(before.text().title(), before.body()));
        act(
                () -> {
                    if (!same) {
                        desk.write(subject(), language(), new ContentPage.Draft(heading(), markdown(), seen));
                    }
                    if (show) {
                        desk.show(subject(), language(), same ? seen : seen + 1);
                    }
                },
                show ? "shop.page.showing" : "shop.page.kept");
    }

    private Component versions(ContentPage.Whole whole) {
        Div rows = new Div();
        rows.addClassName("shop-rows");
        for (ContentPage.Version it : whole.versions()) {
            Div row = new Div(
                    Pieces.button(version(it), "", () -> take(it.title(), it.body()), "sm"),
                    new Span(it.title()),
                    it.writtenAt() == null
                            ? Pieces.text(getTranslation("shop.page.shipped"), "meta")
                            : Pieces.ago(it.writtenAt()));
            row.addClassName("row");
            if (whole.text().shown() != null && whole.text().shown() == it.version()) {
                row.addComponentAtIndex(1, Pieces.text(getTranslation("shop.page.shown"), "meta"));
            }
            rows.add(row);
        }
        if (whole.versions().isEmpty()) {
            rows.add(Pieces.block(getTranslation("shop.page.none"), "meta"));
        }
        return ShopCells.card(getTranslation("shop.page.versions"), rows);
    }

    private String version(ContentPage.Version it) {
        return it.version() == 0
                ? getTranslation("shop.page.version.shipped")
                : getTranslation("shop.page.version", it.version(), it.author());
    }

    private void take(String titled, String text) {
        put(titled, text);
        Unkept.changed(this);
        preview();
    }

    @Override
    String name() {
        ContentPage.Whole whole = shown;
        return whole == null || whole.text().title().isEmpty()
                ? subject()
                : whole.text().title();
    }

    @Override
    Crumb list() {
        return new Crumb(getTranslation("shop.pages"), "shop/pages");
    }

    @Override
    Class<ContentPageView> view() {
        return ContentPageView.class;
    }
}

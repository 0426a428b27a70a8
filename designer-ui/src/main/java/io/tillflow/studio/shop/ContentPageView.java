package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.HasCrumbs;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One page in one language: written at the left, as shoppers will see it at the right, with every text it ever had. */
@Route("shop/pages/:page([a-z0-9-]+)/:language([a-z]{2})")
@RolesAllowed(Role.Is.MERCHANT)
class ContentPageView extends Div implements HasCrumbs, HasDynamicTitle, BeforeEnterObserver {
    private static final int LONGEST = 60_000;
    private static final int LONGEST_TITLE = 120;

    private final transient PageDesk desk;
    private final TextField title = new TextField();
    private final TextArea body = new TextArea();
    private final IFrame look = new IFrame();
    private final Div open = new Div();
    private String page = "";
    private String language = "en";
    private transient ContentPage.@Nullable Whole shown;

    ContentPageView(PageDesk desk) {
        this.desk = desk;
        title.setLabel(getTranslation("shop.page.title"));
        title.setMaxLength(LONGEST_TITLE);
        title.setWidthFull();
        body.setLabel(getTranslation("shop.page.body"));
        body.setMaxLength(LONGEST);
        body.setMinRows(16);
        body.setWidthFull();
        body.setValueChangeMode(ValueChangeMode.LAZY);
        body.addValueChangeListener(change -> preview());
        look.addClassName("page-look");
        look.setSandbox(IFrame.SandboxType.RESTRICT_ALL);
        look.getElement().setAttribute("title", getTranslation("shop.page.look"));
        open.addClassName("note");
        addClassName("shop-order");
        Frontend.require(this, "instances");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        page = event.getRouteParameters().get("page").orElse("");
        language = event.getRouteParameters().get("language").orElse("en");
        refresh();
    }

    private void refresh() {
        removeAll();
        try {
            show(desk.pageOrFresh(page, language));
        } catch (Away | Refused trouble) {
            add(new EmptyState("plug", getTranslation("storefront.away"), getTranslation("storefront.away.text")));
        }
    }

    private void show(ContentPage.Whole whole) {
        shown = whole;
        title.setValue(whole.text().title());
        body.setValue(whole.body());
        body.setHelperText(getTranslation("shop.page.body.help", braces(whole.blanks())));
        Div columns = new Div(
                new Div(ShopCells.card(getTranslation("shop.page.text"), title, body)),
                new Div(ShopCells.card(getTranslation("shop.page.look"), open, look), versions(whole)));
        columns.addClassName("shop-columns");
        add(new PageHead(name()).actions(actions(whole)), languages(), columns);
        preview();
    }

    private static String braces(List<String> blanks) {
        return String.join(", ", blanks.stream().map(it -> "{{" + it + "}}").toList());
    }

    private Nav languages() {
        Nav nav = new Nav();
        nav.addClassNames("tabs", "settings-tabs");
        nav.setAriaLabel(getTranslation("shop.page.languages"));
        for (String code : List.of("en", "de")) {
            RouterLink link = new RouterLink(
                    Locale.of(code).getDisplayLanguage(getLocale()),
                    ContentPageView.class,
                    ContentPagesView.parameters(page, code));
            if (code.equals(language)) {
                link.addClassName("on");
                link.getElement().setAttribute("aria-current", "page");
            }
            nav.add(link);
        }
        return nav;
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
                        .then(none -> act(() -> desk.hide(page, language), "shop.page.hidden"))
                        .dangerous()
                        .open());
    }

    private void delete() {
        new AskDialog(
                        getTranslation("shop.page.delete"),
                        getTranslation("shop.page.delete.text"),
                        "",
                        getTranslation("shop.page.delete"))
                .then(none -> {
                    boolean gone = Attempt.of(this, () -> desk.delete(page), getTranslation("shop.page.deleted"));
                    if (gone) {
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
        boolean same = seen > 0
                && before.text().title().equals(title.getValue().strip())
                && before.body().equals(body.getValue().strip());
        act(
                () -> {
                    if (!same) {
                        desk.write(page, language, new ContentPage.Draft(title.getValue(), body.getValue(), seen));
                    }
                    if (show) {
                        desk.show(page, language, same ? seen : seen + 1);
                    }
                },
                show ? "shop.page.showing" : "shop.page.kept");
    }

    /** What was typed stays when the shop refuses it. */
    private boolean act(Runnable act, String done) {
        boolean worked = Attempt.of(this, act, getTranslation(done));
        if (worked) {
            refresh();
        }
        return worked;
    }

    private void preview() {
        try {
            ContentPage.Look now = desk.look(language, body.getValue());
            look.setSrcdoc(LookFrame.of(language, title.getValue(), now.html()));
            open.setText(getTranslation("shop.page.open", now.open().size()));
            open.setVisible(!now.open().isEmpty());
        } catch (Refused refused) {
            open.setText(refused.why());
            open.setVisible(true);
        } catch (Away away) {
            open.setText(getTranslation("storefront.away"));
            open.setVisible(true);
        }
    }

    private Component versions(ContentPage.Whole whole) {
        Div rows = new Div();
        rows.addClassName("shop-rows");
        for (ContentPage.Version it : whole.versions()) {
            Div row = new Div(
                    Pieces.button(version(it), "", () -> take(it), "sm"),
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

    private void take(ContentPage.Version it) {
        title.setValue(it.title());
        body.setValue(it.body());
    }

    private String name() {
        ContentPage.Whole whole = shown;
        return whole == null || whole.text().title().isEmpty()
                ? page
                : whole.text().title();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb(getTranslation("menu.shop"), "shop"),
                new Crumb(getTranslation("shop.pages"), "shop/pages"),
                new Crumb(name(), null));
    }

    @Override
    public String getPageTitle() {
        return name() + " - Tillflow";
    }
}

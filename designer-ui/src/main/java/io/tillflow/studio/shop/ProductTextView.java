package io.tillflow.studio.shop;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
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
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is said of a product in a language, its facts, and its pictures by colour. */
@Route("shop/catalogue/:product([a-z0-9-]+)/:language([a-z]{2})")
@RolesAllowed(Role.Is.MERCHANT)
class ProductTextView extends Div implements HasCrumbs, HasDynamicTitle, BeforeEnterObserver {
    private static final int SHORT = 160;
    private static final int LONG = 20_000;

    private final transient CatalogueDesk desk;
    private final transient PageDesk pages;
    private final TextField name = new TextField();
    private final TextField line = new TextField();
    private final TextField kind = new TextField();
    private final TextArea about = new TextArea();
    private final TextArea care = new TextArea();
    private final AttributeFields attributes = new AttributeFields();
    private final IFrame look = new IFrame();
    private String product = "";
    private String language = "en";
    private transient ProductText.@Nullable Whole shown;

    ProductTextView(CatalogueDesk desk, PageDesk pages) {
        this.desk = desk;
        this.pages = pages;
        short160(name, "name");
        short160(line, "line");
        short160(kind, "kind");
        longText(about, "about", 8);
        longText(care, "care", 2);
        about.setHelperText(getTranslation("shop.words.about.help"));
        about.setValueChangeMode(ValueChangeMode.LAZY);
        about.addValueChangeListener(change -> preview());
        look.addClassName("page-look");
        look.setSandbox(IFrame.SandboxType.RESTRICT_ALL);
        look.getElement().setAttribute("title", getTranslation("shop.page.look"));
        addClassName("shop-order");
        Frontend.require(this, "instances");
    }

    static RouteParameters parameters(String product, String language) {
        return new RouteParameters(new RouteParam("product", product), new RouteParam("language", language));
    }

    private void short160(TextField field, String key) {
        field.setLabel(getTranslation("shop.words." + key));
        field.setMaxLength(SHORT);
        field.setWidthFull();
    }

    private void longText(TextArea field, String key, int rows) {
        field.setLabel(getTranslation("shop.words." + key));
        field.setMaxLength(LONG);
        field.setMinRows(rows);
        field.setWidthFull();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        product = event.getRouteParameters().get("product").orElse("");
        language = event.getRouteParameters().get("language").orElse("en");
        refresh();
    }

    private void refresh() {
        removeAll();
        try {
            show(desk.words(product));
        } catch (Away | Refused trouble) {
            add(new EmptyState("box", getTranslation("shop.product.gone"), getTranslation("shop.product.gone.text")));
        }
    }

    private void show(ProductText.Whole whole) {
        shown = whole;
        ProductText own = whole.words().get(language);
        ProductText text = own == null ? new ProductText("", "", "", "", "", List.of()) : own;
        name.setValue(text.name());
        line.setValue(text.line());
        kind.setValue(text.kind());
        about.setValue(text.about());
        care.setValue(text.care());
        attributes.show(text.attributes());
        Div pictures = new Div(ShopCells.card(getTranslation("shop.page.look"), look));
        whole.skus().forEach(it -> pictures.add(new PicturesCard(it, desk)));
        Div columns = new Div(
                new Div(
                        ShopCells.card(getTranslation("shop.words.text"), name, line, kind, about, care),
                        ShopCells.card(getTranslation("shop.words.attributes"), attributes)),
                pictures);
        columns.addClassName("shop-columns");
        add(
                new PageHead(title())
                        .actions(Pieces.button(getTranslation("shop.words.keep"), "check", this::keep, "pri")),
                languages());
        if (own == null) {
            Div note = new Div(getTranslation("shop.words.none"));
            note.addClassName("note");
            add(note);
        }
        add(columns);
        preview();
    }

    private Nav languages() {
        Nav nav = new Nav();
        nav.addClassNames("tabs", "settings-tabs");
        nav.setAriaLabel(getTranslation("shop.page.languages"));
        for (String code : List.of("en", "de")) {
            RouterLink link = new RouterLink(
                    Locale.of(code).getDisplayLanguage(getLocale()), ProductTextView.class, parameters(product, code));
            if (code.equals(language)) {
                link.addClassName("on");
                link.getElement().setAttribute("aria-current", "page");
            }
            nav.add(link);
        }
        return nav;
    }

    private void preview() {
        try {
            look.setSrcdoc(LookFrame.of(
                    language,
                    name.getValue(),
                    pages.look(language, about.getValue()).html()));
        } catch (Away | Refused trouble) {
            look.setSrcdoc(LookFrame.of(language, name.getValue(), ""));
        }
    }

    private void keep() {
        ProductText.Whole before = shown;
        if (before == null) {
            return;
        }
        ProductText wanted = new ProductText(
                name.getValue().strip(),
                line.getValue().strip(),
                about.getValue().strip(),
                care.getValue().strip(),
                kind.getValue().strip(),
                attributes.wanted());
        ProductText.Draft draft = new ProductText.Draft(before.words().get(language), wanted);
        if (Attempt.of(this, () -> desk.write(product, language, draft), getTranslation("shop.words.kept"))) {
            refresh();
        }
    }

    private String title() {
        ProductText.Whole whole = shown;
        ProductText english = whole == null ? null : whole.words().get("en");
        return english == null ? product : english.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb(getTranslation("menu.shop"), "shop"),
                new Crumb(getTranslation("shop.products"), "shop/products"),
                new Crumb(title(), null));
    }

    @Override
    public String getPageTitle() {
        return title() + " - Tillflow";
    }
}

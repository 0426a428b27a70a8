package io.tillflow.studio.shop;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of a product in a language, its facts, and its pictures by colour. */
@Route("shop/catalogue/:product([a-z0-9-]+)/:language([a-z]{2})")
@RolesAllowed(Role.Is.MERCHANT)
class ProductTextView extends WordsView {
    static final String PRODUCT = "product";
    private static final int SHORT = 160;
    private static final int LONG = 20_000;
    private static final ProductText NOTHING = new ProductText("", "", "", "", "", List.of());

    private final transient CatalogueDesk desk;
    private final TextField name = new TextField();
    private final TextField line = new TextField();
    private final TextField kind = new TextField();
    private final TextArea about = new TextArea();
    private final TextArea care = new TextArea();
    private final AttributeFields attributes = new AttributeFields();
    private final OptionFields options = new OptionFields();
    private transient ProductText.@Nullable Whole shown;

    ProductTextView(CatalogueDesk desk, PageDesk pages) {
        super(pages, PRODUCT);
        this.desk = desk;
        short160(name, "name");
        short160(line, "line");
        short160(kind, "kind");
        longText(about, "about", 8);
        longText(care, "care", 2);
        about.setHelperText(getTranslation("shop.words.about.help"));
        previewed(about);
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
    EmptyState nothing() {
        return new EmptyState("box", getTranslation("shop.product.gone"), getTranslation("shop.product.gone.text"));
    }

    @Override
    void show() {
        ProductText.Whole whole = desk.words(subject());
        shown = whole;
        ProductText own = whole.words().get(language());
        ProductText text = own == null ? NOTHING : own;
        name.setValue(text.name());
        line.setValue(text.line());
        kind.setValue(text.kind());
        about.setValue(text.about());
        care.setValue(text.care());
        attributes.show(text.attributes());
        Div beside = new Div(look());
        whole.skus().forEach(it -> beside.add(new PicturesCard(it, desk)));
        add(
                new PageHead(name())
                        .actions(Pieces.button(getTranslation("shop.words.keep"), "check", this::keep, "pri")),
                languages());
        if (own == null) {
            Div note = new Div(getTranslation("shop.words.none"));
            note.addClassName("note");
            add(note);
        }
        Div words = new Div(
                ShopCells.card(getTranslation("shop.words.text"), name, line, kind, about, care),
                ShopCells.card(getTranslation("shop.words.attributes"), attributes));
        ProductText.Options said = said(whole);
        if (said != null) {
            options.show(whole.options().getOrDefault("en", said), said);
            words.add(ShopCells.card(getTranslation("shop.words.options"), options));
        }
        add(columns(words, beside));
    }

    /** Nothing in English: there they are called as they came. */
    private ProductText.@Nullable Options said(ProductText.Whole whole) {
        return language().equals("en") ? null : whole.options().get(language());
    }

    private ProductText typed() {
        return new ProductText(
                heading(),
                line.getValue().strip(),
                markdown(),
                care.getValue().strip(),
                kind.getValue().strip(),
                attributes.wanted());
    }

    @Override
    String heading() {
        return name.getValue().strip();
    }

    @Override
    String markdown() {
        return about.getValue().strip();
    }

    /** Each part by itself where it changed: colours may have names before the product has. */
    private void keep() {
        ProductText.Whole before = shown;
        if (before == null) {
            return;
        }
        ProductText.Options said = said(before);
        ProductText seen = before.words().get(language());
        act(
                () -> {
                    if (said != null && !options.wanted().equals(said)) {
                        ProductText.Options wanted = options.wanted();
                        desk.name(subject(), language(), new ProductText.Names(said, wanted));
                        // seen from now on, also where the shop refuses the words
                        shown = before.named(language(), wanted);
                    }
                    if (!typed().equals(seen == null ? NOTHING : seen)) {
                        desk.write(subject(), language(), new ProductText.Draft(seen, typed()));
                    }
                },
                "shop.words.kept");
    }

    @Override
    String name() {
        ProductText.Whole whole = shown;
        ProductText english = whole == null ? null : whole.words().get("en");
        return english == null ? subject() : english.name();
    }

    @Override
    Crumb list() {
        return new Crumb(getTranslation("shop.products"), "shop/products");
    }

    @Override
    Class<ProductTextView> view() {
        return ProductTextView.class;
    }
}

package io.tillflow.studio.shop;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Unkept;
import java.util.ArrayList;
import java.util.List;

/** Measured facts of a product, a name and a value each. */
class AttributeFields extends Div {
    private static final int LONGEST = 160;

    private final Div rows = new Div();
    private final List<Row> fields = new ArrayList<>();

    private record Row(TextField name, TextField value) {}

    AttributeFields() {
        rows.addClassName("rates");
        addClassName("rates");
        NativeButton more = Pieces.button(
                getTranslation("shop.words.attribute.more"),
                "plus",
                () -> row(new ProductText.Attribute("", "")),
                "sm");
        add(rows, new Div(more));
    }

    void show(List<ProductText.Attribute> attributes) {
        rows.removeAll();
        fields.clear();
        attributes.forEach(this::row);
        Unkept.kept(this);
    }

    private void row(ProductText.Attribute attribute) {
        Row row = new Row(field("shop.words.attribute.name"), field("shop.words.attribute.value"));
        row.name().setValue(attribute.name());
        row.value().setValue(attribute.value());
        Div line = new Div(row.name(), row.value());
        line.add(Pieces.button(
                getTranslation("shop.words.attribute.less"),
                "",
                () -> {
                    fields.remove(row);
                    rows.remove(line);
                    Unkept.changed(this);
                },
                "sm"));
        line.addClassName("attribute");
        fields.add(row);
        rows.add(line);
    }

    private TextField field(String key) {
        TextField field = new TextField();
        field.setAriaLabel(getTranslation(key));
        field.setPlaceholder(getTranslation(key));
        field.setMaxLength(LONGEST);
        return field;
    }

    /** A row with nothing in it is none. */
    List<ProductText.Attribute> wanted() {
        return fields.stream()
                .map(it -> new ProductText.Attribute(
                        it.name().getValue().strip(), it.value().getValue().strip()))
                .filter(it -> !it.name().isEmpty() || !it.value().isEmpty())
                .toList();
    }
}

package io.tillflow.studio.shop;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.tillflow.studio.instances.Pieces;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a product's colours and sizes are called in another language than English, a field each. */
class OptionFields extends Div {
    private static final int LONGEST = 60;

    private final Map<String, TextField> colours = new LinkedHashMap<>();
    private final Map<String, TextField> sizes = new LinkedHashMap<>();

    OptionFields() {
        addClassName("rates");
    }

    /** @param own what they are called in English */
    void show(ProductText.Options own, ProductText.Options said) {
        removeAll();
        add(Pieces.block(getTranslation("shop.words.options.text"), "meta"));
        fields(colours, own.colours(), said.colours(), "colour");
        fields(sizes, own.sizes(), said.sizes(), "size");
    }

    private void fields(Map<String, TextField> fields, Map<String, String> own, Map<String, String> said, String kind) {
        fields.clear();
        own.forEach((key, name) -> {
            TextField field = new TextField(getTranslation("shop.words.options." + kind, name));
            field.setMaxLength(LONGEST);
            field.setPlaceholder(name);
            field.setValue(said.getOrDefault(key, ""));
            field.setWidthFull();
            fields.put(key, field);
            add(field);
        });
    }

    ProductText.Options wanted() {
        return new ProductText.Options(typed(colours), typed(sizes));
    }

    private static Map<String, String> typed(Map<String, TextField> fields) {
        Map<String, String> typed = new LinkedHashMap<>();
        fields.forEach((key, field) -> typed.put(key, field.getValue().strip()));
        return typed;
    }
}

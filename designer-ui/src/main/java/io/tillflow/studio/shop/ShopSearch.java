package io.tillflow.studio.shop;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.tillflow.studio.kit.Icon;
import java.util.function.Consumer;

/** Finds rows of a list by words, as they are typed. */
final class ShopSearch extends Div {

    /** @param text key of what can be typed */
    ShopSearch(String text, Consumer<String> wanted) {
        TextField words = new TextField();
        words.setPlaceholder(getTranslation(text));
        words.setAriaLabel(getTranslation(text));
        words.setPrefixComponent(new Icon("search"));
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(change -> wanted.accept(change.getValue()));
        add(words);
        addClassName("shop-filter");
    }
}

package io.tillflow.studio.shop;

import com.vaadin.flow.component.combobox.ComboBox;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds an article by name or number; empty again once it was taken. */
class ArticlePicker extends ComboBox<StockRow> {
    ArticlePicker(String label, ShopBook book, Consumer<StockRow> taken) {
        super(label);
        setItems(query -> query.getOffset() > 0
                ? skipped(query.getLimit())
                : found(book, query.getFilter().orElse("")).limit(query.getLimit()));
        setItemLabelGenerator(it -> it.name() + ", " + it.variant() + " · " + it.sku());
        setWidthFull();
        addValueChangeListener(change -> {
            if (change.getValue() != null) {
                taken.accept(change.getValue());
                clear();
            }
        });
    }

    private static Stream<StockRow> skipped(int limit) {
        return Stream.<StockRow>empty().limit(limit);
    }

    private static Stream<StockRow> found(ShopBook book, String words) {
        try {
            return book.products(words, "").items().stream();
        } catch (Away | Refused trouble) {
            return Stream.empty();
        }
    }
}

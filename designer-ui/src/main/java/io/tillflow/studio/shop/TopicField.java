package io.tillflow.studio.shop;

import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;

/** What a question is about, as who reads it says; empty until then, since the shop's model learns from what people chose themselves. */
final class TopicField extends Select<String> {
    private static final List<String> TOPICS =
            List.of("WHERE", "RETURN", "CANCEL", "INVOICE", "ADDRESS", "PAYMENT", "COMPLAINT", "OTHER");

    /** @param sorted hears what a person chose */
    TopicField(Consumer<String> sorted) {
        setLabel(getTranslation("support.topic"));
        setItems(TOPICS);
        setItemLabelGenerator(it -> ShopCells.topic(this, it));
        addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                sorted.accept(change.getValue());
            }
        });
    }

    void show(Conversation.Question question) {
        setPlaceholder(getTranslation("support.topic.nobody"));
        setValue(question.sorted());
        setHelperText(
                question.sorted() == null
                        ? getTranslation("support.topic.read", ShopCells.topic(this, question.topic()))
                        : getTranslation("support.topic.sorted"));
    }
}

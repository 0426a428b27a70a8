package io.tillflow.studio.play.page;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.tillflow.studio.instances.Json;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.play.Example;
import io.tillflow.studio.play.Step;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Chooses what a play begins with; its data can be changed before. */
final class BeginCard extends Div {
    private final ComboBox<Example> example = new ComboBox<>();
    private final TextArea data = new TextArea();
    private final NativeButton begin;
    private final Span starting = new Span();

    BeginCard(List<Example> examples, BiConsumer<Example, Step.Start> begun) {
        addClassName("begin");
        begin = Pieces.button(getTranslation("play.begin"), "play", () -> begin(begun), "pri");
        if (examples.isEmpty()) {
            add(new H2(getTranslation("play.no-start")), new Paragraph(getTranslation("play.no-start.text")));
            return;
        }
        example.setLabel(getTranslation("play.example"));
        example.setItems(examples);
        example.setItemLabelGenerator(this::words);
        example.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                data.setValue(Json.pretty(change.getValue().start().variables()));
            }
        });
        data.setLabel(getTranslation("play.data"));
        data.setErrorMessage(getTranslation("play.no-object"));
        data.setMaxRows(18);
        example.setValue(examples.getFirst());
        starting.addClassName("meta");
        starting.getElement().setAttribute("role", "status");
        Div acts = new Div(begin, starting);
        acts.addClassName("acts");
        add(
                new H2(getTranslation("play.begin.title")),
                new Paragraph(getTranslation("play.begin.text")),
                example,
                data,
                acts);
    }

    private String words(Example it) {
        return getTranslation("play.example." + it.kind().name().toLowerCase(Locale.ROOT), it.name());
    }

    /** Begins with this one, as if it had been chosen here. */
    void choose(String exampleId) {
        example.getListDataView()
                .getItems()
                .filter(it -> it.id().equals(exampleId))
                .findFirst()
                .ifPresent(example::setValue);
    }

    void busy(boolean yes) {
        begin.setEnabled(!yes);
        starting.setText(yes ? getTranslation("play.starting") : "");
    }

    private void begin(BiConsumer<Example, Step.Start> begun) {
        Example chosen = example.getValue();
        if (chosen == null) {
            example.setInvalid(true);
            example.setErrorMessage(getTranslation("play.example.none"));
            return;
        }
        Step.Start start = chosen.start();
        WaitCard.given(
                data,
                variables ->
                        begun.accept(chosen, new Step.Start(start.message(), start.process(), start.key(), variables)));
    }
}

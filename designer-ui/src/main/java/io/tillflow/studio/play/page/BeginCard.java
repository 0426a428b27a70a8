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
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.kit.Unkept;
import io.tillflow.studio.play.Example;
import io.tillflow.studio.play.ScenarioRefused;
import io.tillflow.studio.play.Step;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Chooses what a play begins with; its data can be changed before, and saved with the model. */
final class BeginCard extends Div {
    private final ComboBox<Example> example = new ComboBox<>();
    private final TextArea data = new TextArea();
    private final NativeButton begin;
    private final NativeButton keep;
    private final NativeButton remove;
    private final Span starting = new Span();
    private final transient Supplier<List<Example>> examples;
    private final transient StartDesk desk;

    BeginCard(Supplier<List<Example>> examples, BiConsumer<Example, Step.Start> begun, StartDesk desk) {
        this.examples = examples;
        this.desk = desk;
        addClassName("begin");
        Unkept.in(data);
        begin = Pieces.button(getTranslation("play.begin"), "play", () -> given(begun), "pri");
        keep = Pieces.button(getTranslation("play.start.keep"), "save", this::keep);
        remove = Pieces.button(getTranslation("play.start.remove"), "trash", this::remove);
        List<Example> all = examples.get();
        if (all.isEmpty()) {
            add(new H2(getTranslation("play.no-start")), new Paragraph(getTranslation("play.no-start.text")));
            return;
        }
        example.setLabel(getTranslation("play.example"));
        example.setItems(all);
        example.setItemLabelGenerator(this::words);
        example.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                data.setValue(Json.pretty(change.getValue().start().variables()));
                Unkept.kept(data);
                remove.setVisible(change.getValue().kind() == Example.Kind.SAVED);
            }
        });
        data.setLabel(getTranslation("play.data"));
        data.setErrorMessage(getTranslation("play.no-object"));
        data.setMaxRows(18);
        example.setValue(all.getFirst());
        starting.addClassName("meta");
        starting.getElement().setAttribute("role", "status");
        Div acts = new Div(begin, keep, remove, starting);
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

    private void given(BiConsumer<Example, Step.Start> then) {
        Example chosen = example.getValue();
        if (chosen == null) {
            example.setInvalid(true);
            example.setErrorMessage(getTranslation("play.example.none"));
            return;
        }
        WaitCard.given(data, variables -> then.accept(chosen, chosen.start().with(variables)));
    }

    /** One that was chosen among the saved is saved again under its name. */
    private void keep() {
        given((chosen, start) -> {
            String former = chosen.kind() == Example.Kind.SAVED ? chosen.name() : "";
            new KeepDataDialog(former, title -> kept(title, start)).open();
        });
    }

    private void kept(String title, Step.Start start) {
        try {
            String id = desk.keep(title, start);
            example.setItems(examples.get());
            choose(id);
            Notices.done(getTranslation("play.start.kept", title));
        } catch (ScenarioRefused refused) {
            Notices.failed(String.valueOf(refused.getMessage()));
        }
    }

    private void remove() {
        Example chosen = example.getValue();
        if (chosen != null) {
            desk.remove(chosen);
            List<Example> left = examples.get();
            example.setItems(left);
            example.setValue(left.getFirst());
            Notices.done(getTranslation("play.start.removed", chosen.name()));
        }
    }
}

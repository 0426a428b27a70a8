package io.tillflow.studio.instances;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.tillflow.engine.history.Count;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.repair.Batch;
import io.tillflow.studio.repair.BatchOrder;
import io.tillflow.studio.repair.Batches;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Orders the same command for all instances of a list; says first how many that are. */
final class BatchDialog extends Dialog {

    private final String filter;
    private final Select<Batch.Kind> kind = new Select<>();
    private final TextArea variables = new TextArea();
    private final Place from;
    private final Place to;

    /** @param steps of the process that the filter is about; none when it is about several */
    BatchDialog(Batches batches, String filter, List<ProcessModel.Element> steps, Consumer<Batch> begun) {
        this.filter = filter;
        boolean named = !steps.isEmpty();
        from = new Place(getTranslation(named ? "instances.batch.from.step" : "instances.batch.from"), steps);
        to = new Place(getTranslation(named ? "instances.batch.to.step" : "instances.batch.to"), steps);
        setHeaderTitle(getTranslation("instances.batch.title"));
        setWidth("520px");
        kind.setLabel(getTranslation("instances.batch.what"));
        List<Batch.Kind> kinds = batches.kinds(filter);
        kind.setItems(kinds);
        kind.setItemLabelGenerator(
                it -> getTranslation("instances.batch.kind." + it.name().toLowerCase(Locale.ROOT)));
        kind.setValue(kinds.getFirst());
        kind.addValueChangeListener(change -> fields());
        kind.setWidthFull();
        Count matching = batches.preview(new BatchOrder(kinds.getFirst(), filter, null, null, null));
        String figure = SavedFilters.figure(matching, getLocale());
        String key = UUID.randomUUID().toString();
        Button begin = new Button(getTranslation("instances.batch.begin", figure), click -> begin(batches, key, begun));
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        begin.setEnabled(matching.value() > 0);
        add(new Paragraph(getTranslation("instances.batch.count", figure)), kind, variables, from.field(), to.field());
        getFooter().add(new Button(getTranslation("instances.dialog.back"), click -> close()), begin);
        if (kinds.contains(Batch.Kind.DELETE)) {
            begin.addThemeVariants(ButtonVariant.ERROR);
            add(new Paragraph(getTranslation("instances.delete.text")));
        }
        variables.setLabel(getTranslation("instances.batch.variables"));
        variables.setWidthFull();
        fields();
    }

    private void begin(Batches batches, String key, Consumer<Batch> begun) {
        try {
            Batch batch = batches.order(order(), Optional.of(key));
            close();
            begun.accept(batch);
        } catch (IllegalArgumentException e) {
            Notices.failed(getTranslation("instances.batch.bad", e.getMessage()));
        } catch (RuntimeException e) {
            Commands.explain(this, e);
        }
    }

    /** A step by its name; by its id where there are several processes. */
    private static final class Place {
        private final TextField id = new TextField();
        private final Select<ProcessModel.Element> step = new Select<>();
        private final boolean named;

        Place(String label, List<ProcessModel.Element> steps) {
            named = !steps.isEmpty();
            id.setLabel(label);
            id.setWidthFull();
            step.setLabel(label);
            step.setWidthFull();
            step.setItems(steps);
            step.setItemLabelGenerator(it -> it == null ? "" : it.label());
        }

        Component field() {
            return named ? step : id;
        }

        String value() {
            return named ? step.getOptionalValue().map(ProcessModel.Element::id).orElse("") : id.getValue();
        }
    }

    private void fields() {
        variables.setVisible(kind.getValue() == Batch.Kind.SET_VARIABLES);
        from.field().setVisible(kind.getValue() == Batch.Kind.MOVE);
        to.field().setVisible(kind.getValue() == Batch.Kind.MOVE);
    }

    private BatchOrder order() {
        @Nullable ObjectNode values = null;
        if (variables.isVisible()) {
            values = Json.parse(variables.getValue())
                    .filter(ObjectNode.class::isInstance)
                    .map(ObjectNode.class::cast)
                    .orElseThrow(() -> new IllegalArgumentException(getTranslation("instances.variable.nojson")));
        }
        return new BatchOrder(kind.getValue(), filter, values, from.value(), to.value());
    }
}

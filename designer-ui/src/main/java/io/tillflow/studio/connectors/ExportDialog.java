package io.tillflow.studio.connectors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What to export now, how, and from which day on. */
class ExportDialog extends Dialog {
    private final Select<String> dataset = new Select<>();
    private final Select<String> format = new Select<>();
    private final DatePicker from = new DatePicker();
    private final Button ok = new Button(getTranslation("exports.run"));

    /** Whether it was begun. */
    interface Act {
        boolean run(String dataset, String format, @Nullable LocalDate from);
    }

    ExportDialog(Exports known) {
        setHeaderTitle(getTranslation("exports.run"));
        setWidth("440px");
        dataset.setLabel(getTranslation("exports.what"));
        dataset.setItems(known.datasets());
        dataset.setItemLabelGenerator(it -> getTranslation("exports.dataset." + it));
        dataset.setValue(known.datasets().getFirst());
        format.setLabel(getTranslation("exports.format"));
        format.setItems(known.formats());
        format.setItemLabelGenerator(it -> getTranslation("exports.format." + it));
        format.setValue(known.formats().getLast());
        from.setLabel(getTranslation("exports.from"));
        from.setHelperText(getTranslation("exports.from.help"));
        from.setClearButtonVisible(true);
        dataset.setWidthFull();
        format.setWidthFull();
        from.setWidthFull();
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(getTranslation("exports.run.lead")), dataset, format, from);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), ok);
    }

    ExportDialog then(Act act) {
        ok.addClickListener(click -> {
            if (act.run(dataset.getValue(), format.getValue(), from.getValue())) {
                close();
            }
        });
        return this;
    }
}

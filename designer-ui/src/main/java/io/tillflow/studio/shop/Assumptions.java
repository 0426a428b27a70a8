package io.tillflow.studio.shop;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.List;

/** Whole numbers that a merchant assumes: what follows from them is shown anew when one changes and all are within their bounds. */
final class Assumptions extends Div {
    private final transient Runnable show;
    private final List<IntegerField> fields = new ArrayList<>();

    Assumptions(Runnable show) {
        this.show = show;
        addClassName("demand-fields");
    }

    /** @param label the key of what it is called */
    IntegerField number(String label, int usual, int least, int most) {
        IntegerField field = new IntegerField(getTranslation(label));
        field.setValue(usual);
        field.setMin(least);
        field.setMax(most);
        field.setErrorMessage(getTranslation("shop.demand.wrong", least, most));
        field.addValueChangeListener(change -> showIfAllFit());
        fields.add(field);
        add(field);
        return field;
    }

    private void showIfAllFit() {
        if (fields.stream().noneMatch(field -> field.isInvalid() || field.getValue() == null)) {
            show.run();
        }
    }
}

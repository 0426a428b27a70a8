package io.tillflow.studio.shop;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.tillflow.studio.connectors.Attempt;
import java.util.stream.Stream;

/** Says when a variant is low and how it is bought. */
class RestockingDialog extends Dialog {
    private static final int MOST = 1_000_000;

    private final IntegerField lowAt = new IntegerField();
    private final IntegerField upTo = new IntegerField();
    private final IntegerField pack = new IntegerField();
    private final TextField supplier = new TextField();

    RestockingDialog(StockRow row, Restocking.Rule rule, RestockingDesk desk, Runnable done) {
        setHeaderTitle(getTranslation("shop.supply"));
        setWidth("440px");
        field(lowAt, "shop.restocking.lowat", 0, rule.lowAt());
        field(upTo, "shop.restocking.upto", 1, rule.upTo());
        field(pack, "shop.restocking.pack", 1, rule.pack());
        supplier.setLabel(getTranslation("shop.restocking.supplier"));
        supplier.setHelperText(getTranslation("shop.restocking.supplier.hint"));
        supplier.setPattern("[a-z0-9-]*");
        supplier.setMaxLength(60);
        supplier.setValue(rule.supplier());
        supplier.setWidthFull();
        Button ok = new Button(getTranslation("shop.restocking.save"), click -> {
            if (complete() && Attempt.of(this, () -> desk.change(said(row)), getTranslation("shop.restocking.done"))) {
                close();
                done.run();
            }
        });
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        add(
                new Paragraph(getTranslation("shop.restocking.text", row.name(), row.variant())),
                lowAt,
                upTo,
                pack,
                supplier);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), ok);
    }

    private void field(IntegerField field, String text, int least, int value) {
        field.setLabel(getTranslation(text));
        field.setMin(least);
        field.setMax(MOST);
        field.setStepButtonsVisible(true);
        field.setValue(value);
        field.setWidthFull();
    }

    private boolean complete() {
        Stream.of(lowAt, upTo, pack).filter(field -> field.getValue() == null).forEach(field -> field.setInvalid(true));
        boolean ordered = lowAt.getValue() != null && upTo.getValue() != null && upTo.getValue() > lowAt.getValue();
        if (!ordered) {
            upTo.setErrorMessage(getTranslation("shop.restocking.upto.more"));
            upTo.setInvalid(true);
        }
        return ordered && Stream.of(lowAt, upTo, pack).noneMatch(IntegerField::isInvalid) && !supplier.isInvalid();
    }

    private Restocking.Rule said(StockRow row) {
        return new Restocking.Rule(
                row.sku(),
                lowAt.getValue(),
                upTo.getValue(),
                pack.getValue(),
                supplier.getValue().strip());
    }
}

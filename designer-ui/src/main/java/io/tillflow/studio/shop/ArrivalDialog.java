package io.tillflow.studio.shop;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import io.tillflow.studio.connectors.Attempt;

/** Says how many of a transfer came, or came back. */
class ArrivalDialog extends Dialog {
    ArrivalDialog(StockRow.Transfer transfer, StockRow.Known known, LocationDesk desk, Runnable done) {
        setHeaderTitle(getTranslation("shop.transfer.arrived"));
        setWidth("440px");
        IntegerField quantity = new IntegerField(getTranslation("shop.receive.label"));
        quantity.setMin(0);
        quantity.setMax(transfer.quantity());
        quantity.setStepButtonsVisible(true);
        quantity.setValue(transfer.quantity());
        quantity.setHelperText(getTranslation("shop.transfer.missing"));
        quantity.setWidthFull();
        Checkbox returned = new Checkbox(getTranslation("shop.transfer.back", known.name(transfer.origin())));
        Button ok = new Button(getTranslation("shop.receive"), click -> {
            boolean wrong = quantity.getValue() == null || quantity.isInvalid();
            quantity.setInvalid(wrong);
            if (!wrong
                    && Attempt.of(
                            this,
                            () -> desk.arrive(transfer.id(), quantity.getValue(), returned.getValue()),
                            getTranslation("shop.receive.done"))) {
                close();
                done.run();
            }
        });
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        add(
                new Paragraph(getTranslation(
                        "shop.transfer.arrived.text",
                        transfer.quantity(),
                        known.name(transfer.origin()),
                        known.name(transfer.target()))),
                quantity,
                returned);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), ok);
    }
}

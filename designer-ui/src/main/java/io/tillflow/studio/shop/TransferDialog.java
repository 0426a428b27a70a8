package io.tillflow.studio.shop;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.tillflow.studio.connectors.Attempt;
import java.util.List;
import java.util.UUID;

/** Sends some of a variant from one location to another. */
class TransferDialog extends Dialog {
    private final Select<StockRow.Place> from = new Select<>();
    private final Select<StockRow.Place> to = new Select<>();
    private final IntegerField quantity = new IntegerField();
    private final UUID id = UUID.randomUUID();

    TransferDialog(StockRow.Known known, LocationDesk desk, Runnable done) {
        StockRow row = known.row();
        List<StockRow.Place> open =
                known.places().stream().filter(StockRow.Place::open).toList();
        fields(open);
        Button ok = new Button(getTranslation("shop.transfer.send"), click -> {
            fit();
            boolean wrong = from.isInvalid() || to.isInvalid() || quantity.getValue() == null || quantity.isInvalid();
            if (!wrong
                    && Attempt.of(
                            this,
                            () -> desk.send(
                                    id,
                                    row.sku(),
                                    from.getValue().location(),
                                    to.getValue().location(),
                                    quantity.getValue()),
                            getTranslation("shop.transfer.sent"))) {
                close();
                done.run();
            }
        });
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(getTranslation("shop.transfer.text", row.name(), row.variant())), from, to, quantity);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), ok);
        fit();
    }

    private void fields(List<StockRow.Place> open) {
        setHeaderTitle(getTranslation("shop.transfer"));
        setWidth("440px");
        for (Select<StockRow.Place> select : List.of(from, to)) {
            select.setItems(open);
            select.setItemLabelGenerator(StockRow.Place::name);
            select.setWidthFull();
            select.addValueChangeListener(change -> fit());
        }
        from.setLabel(getTranslation("shop.transfer.from"));
        to.setLabel(getTranslation("shop.transfer.to"));
        quantity.setLabel(getTranslation("shop.receive.label"));
        quantity.setMin(1);
        quantity.setStepButtonsVisible(true);
        quantity.setWidthFull();
        quantity.setValue(1);
        open.stream().filter(it -> it.free() > 0).findFirst().ifPresent(from::setValue);
        open.stream().filter(it -> !it.equals(from.getValue())).findFirst().ifPresent(to::setValue);
    }

    /** Only what is free there can leave, and only for somewhere else. */
    private void fit() {
        StockRow.Place here = from.getValue();
        from.setInvalid(here == null);
        to.setErrorMessage(getTranslation("shop.transfer.same"));
        to.setInvalid(to.getValue() == null || to.getValue().equals(here));
        quantity.setMax(here == null ? 1 : Math.max(1, here.free()));
        quantity.setHelperText(here == null ? "" : getTranslation("shop.transfer.free", Math.max(0, here.free())));
    }
}

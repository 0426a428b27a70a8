package io.tillflow.studio.shop;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.tillflow.studio.connectors.Attempt;
import java.util.List;
import java.util.UUID;

/** Books goods in, or corrects the count of a variant. */
class StockDialog extends Dialog {
    private static final int MOST = 1_000_000;

    private final IntegerField count = new IntegerField();
    private final TextField reason = new TextField();
    private final Select<StockRow.Place> where = new Select<>();
    private final String key = UUID.randomUUID().toString();

    StockDialog(StockRow.Known known, boolean receive, ShopDesk desk, Runnable done) {
        StockRow row = known.row();
        String text = receive ? "shop.receive" : "shop.count";
        setHeaderTitle(getTranslation(text));
        setWidth("440px");
        count.setLabel(getTranslation(text + ".label"));
        count.setMin(receive ? 1 : 0);
        count.setMax(MOST);
        count.setStepButtonsVisible(true);
        count.setValue(receive ? 1 : row.onHand());
        where(known, receive);
        count.setWidthFull();
        reason.setLabel(getTranslation("shop.count.reason"));
        reason.setWidthFull();
        reason.setMaxLength(200);
        reason.setVisible(!receive);
        Button ok = new Button(getTranslation(text), click -> {
            boolean wrong = count.getValue() == null || count.isInvalid();
            count.setInvalid(wrong);
            if (!wrong && Attempt.of(this, () -> act(row, receive, desk), getTranslation(text + ".done"))) {
                close();
                done.run();
            }
        });
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(getTranslation(text + ".text", row.name(), row.variant())), where, count, reason);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), ok);
    }

    /** Asked only where there are several; what is counted is what lies there. */
    private void where(StockRow.Known known, boolean receive) {
        List<StockRow.Place> open =
                known.places().stream().filter(StockRow.Place::open).toList();
        where.setLabel(getTranslation("shop.location"));
        where.setItems(open);
        where.setItemLabelGenerator(StockRow.Place::name);
        where.setWidthFull();
        where.setVisible(known.several());
        where.addValueChangeListener(change -> {
            if (!receive && change.getValue() != null) {
                count.setValue(change.getValue().onHand());
            }
        });
        if (known.several() && !open.isEmpty()) {
            where.setValue(open.getFirst());
        }
    }

    private void act(StockRow row, boolean receive, ShopDesk desk) {
        String location = where.getValue() == null ? "" : where.getValue().location();
        if (receive) {
            desk.receive(row.sku(), count.getValue(), location, key);
        } else {
            String why = reason.getValue().strip();
            desk.count(row.sku(), new ShopDesk.Counted(count.getValue(), why, location), key);
        }
    }
}

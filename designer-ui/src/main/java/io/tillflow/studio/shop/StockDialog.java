package io.tillflow.studio.shop;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.tillflow.studio.connectors.Attempt;
import java.util.UUID;

/** Books goods in, or corrects the count of a variant. */
class StockDialog extends Dialog {
    private static final int MOST = 1_000_000;

    private final IntegerField count = new IntegerField();
    private final TextField reason = new TextField();
    private final String key = UUID.randomUUID().toString();

    StockDialog(StockRow row, boolean receive, ShopDesk desk, Runnable done) {
        String text = receive ? "shop.receive" : "shop.count";
        setHeaderTitle(getTranslation(text));
        setWidth("440px");
        count.setLabel(getTranslation(text + ".label"));
        count.setMin(receive ? 1 : 0);
        count.setMax(MOST);
        count.setStepButtonsVisible(true);
        count.setValue(receive ? 1 : row.onHand());
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
        add(new Paragraph(getTranslation(text + ".text", row.name(), row.variant())), count, reason);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), ok);
    }

    private void act(StockRow row, boolean receive, ShopDesk desk) {
        if (receive) {
            desk.receive(row.sku(), count.getValue(), key);
        } else {
            desk.count(row.sku(), count.getValue(), reason.getValue().strip(), key);
        }
    }
}

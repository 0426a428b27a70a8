package io.tillflow.studio.shop;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.BigDecimalField;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.instances.Amounts;

/** Gives a part of an order's money back. */
class RefundDialog extends Dialog {
    private final BigDecimalField amount = new BigDecimalField();
    private final HandDesk.Asked asked = HandDesk.Asked.once();

    RefundDialog(ShopOrder order, HandDesk desk, Runnable done) {
        String most = Amounts.text(order.refundable(), order.order().currency(), getLocale());
        setHeaderTitle(getTranslation("shop.refund.title", order.order().number()));
        setWidth("440px");
        amount.setLabel(getTranslation("shop.refund.amount", order.order().currency()));
        amount.setWidthFull();
        amount.setValue(Money.typed(order.refundable()));
        amount.setErrorMessage(getTranslation("shop.refund.wrong", most));
        Button ok = new Button(getTranslation("shop.refund"), click -> {
            long minor = Money.minor(amount.getValue());
            amount.setInvalid(minor <= 0 || minor > order.refundable());
            if (!amount.isInvalid()
                    && Attempt.of(
                            this,
                            () -> desk.refund(order.order().id(), asked, minor),
                            getTranslation("shop.refund.done"))) {
                close();
                done.run();
            }
        });
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(getTranslation("shop.refund.text", most)), amount);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), ok);
    }
}

package io.tillflow.studio.shop;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.BigDecimalField;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.instances.Amounts;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives a part of an order's money back. */
class RefundDialog extends Dialog {
    private static final int CENTS = 2;

    private final BigDecimalField amount = new BigDecimalField();
    private final UUID id = UUID.randomUUID();

    RefundDialog(ShopOrder order, ShopDesk desk, Runnable done) {
        String most = Amounts.text(order.refundable(), order.order().currency(), getLocale());
        setHeaderTitle(getTranslation("shop.refund.title", order.order().number()));
        setWidth("440px");
        amount.setLabel(getTranslation("shop.refund.amount", order.order().currency()));
        amount.setWidthFull();
        amount.setValue(BigDecimal.valueOf(order.refundable(), CENTS));
        amount.setErrorMessage(getTranslation("shop.refund.wrong", most));
        Button ok = new Button(getTranslation("shop.refund"), click -> {
            long minor = minor(amount.getValue());
            amount.setInvalid(minor <= 0 || minor > order.refundable());
            if (!amount.isInvalid()
                    && Attempt.of(
                            this,
                            () -> desk.refund(order.order().id(), id, minor),
                            getTranslation("shop.refund.done"))) {
                close();
                done.run();
            }
        });
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(getTranslation("shop.refund.text", most)), amount);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), ok);
    }

    /** -1 for what is no amount. */
    private static long minor(@Nullable BigDecimal value) {
        try {
            return value == null ? -1 : value.movePointRight(CENTS).longValueExact();
        } catch (ArithmeticException finerThanACent) {
            return -1;
        }
    }
}

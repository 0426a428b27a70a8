package io.tillflow.studio.shop;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.tillflow.studio.connectors.Attempt;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Sends an order elsewhere, or takes things out of it, before it is locked for shipping. */
class ChangeDialog extends Dialog {
    private final TextField name = new TextField();
    private final TextField street = new TextField();
    private final TextField extra = new TextField();
    private final TextField postcode = new TextField();
    private final TextField town = new TextField();
    private final Map<String, IntegerField> quantities = new LinkedHashMap<>();
    private transient HandDesk.Asked asked = HandDesk.Asked.once();
    private transient Map<String, Object> askedFor = Map.of();

    ChangeDialog(ShopOrder order, HandDesk desk, Runnable done) {
        ShopOrder.Facts facts = order.order();
        ShopOrder.Place to = facts.shipping();
        setHeaderTitle(getTranslation("shop.change.title", facts.number()));
        setWidth("560px");
        FormLayout form = new FormLayout();
        facts.lines().forEach(line -> form.add(quantity(line), 2));
        text(form, name, "shop.name", to.name());
        text(form, street, "shop.draft.street", to.street());
        text(form, extra, "shop.draft.extra", to.extra());
        text(form, postcode, "shop.draft.postcode", to.postcode());
        text(form, town, "shop.draft.town", to.town());
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("420px", 2));
        Button ok = new Button(getTranslation("shop.change.save"), click -> {
            if (Attempt.of(this, () -> change(desk, facts), getTranslation("shop.change.done"))) {
                close();
                done.run();
            }
        });
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(getTranslation("shop.change.text")), form);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), ok);
    }

    /** Asking twice for the same changes it once; something else is another wish. */
    private void change(HandDesk desk, ShopOrder.Facts facts) {
        Map<String, Object> wanted = wanted(facts);
        if (!wanted.equals(askedFor)) {
            asked = HandDesk.Asked.once();
            askedFor = wanted;
        }
        desk.change(facts.id(), asked, wanted);
    }

    private IntegerField quantity(ShopOrder.Line line) {
        IntegerField field = new IntegerField(line.name() + ", " + line.variant());
        field.setMin(0);
        field.setMax(line.quantity());
        field.setValue(line.quantity());
        field.setStepButtonsVisible(true);
        quantities.put(line.sku(), field);
        return field;
    }

    private void text(FormLayout form, TextField field, String label, String value) {
        field.setLabel(getTranslation(label));
        field.setValue(value);
        field.setMaxLength(100);
        form.add(field);
    }

    /** Only what is different. */
    private Map<String, Object> wanted(ShopOrder.Facts facts) {
        Map<String, Object> wanted = new HashMap<>();
        Map<String, Integer> left = new HashMap<>();
        facts.lines().forEach(line -> {
            Integer typed = Objects.requireNonNull(quantities.get(line.sku())).getValue();
            if (typed != null && typed != line.quantity()) {
                left.put(line.sku(), typed);
            }
        });
        if (!left.isEmpty()) {
            wanted.put("quantities", left);
        }
        ShopOrder.Place now = new ShopOrder.Place(
                name.getValue(),
                street.getValue(),
                extra.getValue(),
                postcode.getValue(),
                town.getValue(),
                facts.shipping().country());
        if (!now.equals(facts.shipping())) {
            wanted.put("shipping", now);
            wanted.put("seen", facts.shipping());
        }
        return wanted;
    }
}

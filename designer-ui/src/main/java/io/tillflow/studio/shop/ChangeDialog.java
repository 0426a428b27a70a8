package io.tillflow.studio.shop;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.tillflow.studio.connectors.Attempt;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sends an order elsewhere, takes things out of it or puts others in, before it is locked for shipping. */
class ChangeDialog extends Dialog {
    private static final int MOST = 20;

    private final TextField name = new TextField();
    private final TextField street = new TextField();
    private final TextField extra = new TextField();
    private final TextField postcode = new TextField();
    private final TextField town = new TextField();
    private final Checkbox payMore = new Checkbox();
    private final FormLayout things = new FormLayout();
    private final Map<String, IntegerField> quantities = new LinkedHashMap<>();
    private transient HandDesk.Asked asked = HandDesk.Asked.once();
    private transient Map<String, Object> askedFor = Map.of();

    ChangeDialog(ShopOrder order, HandDesk desk, ShopBook book, Runnable done) {
        ShopOrder.Facts facts = order.order();
        ShopOrder.Place to = facts.shipping();
        setHeaderTitle(getTranslation("shop.change.title", facts.number()));
        setWidth("560px");
        payMore.setLabel(getTranslation("shop.change.more"));
        payMore.setHelperText(getTranslation("shop.change.more.text"));
        things.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        facts.lines().forEach(line -> quantity(line.sku(), line.name(), line.variant(), line.quantity()));
        FormLayout form = new FormLayout();
        text(form, name, "shop.name", to.name());
        text(form, street, "shop.draft.street", to.street());
        text(form, extra, "shop.draft.extra", to.extra());
        text(form, postcode, "shop.draft.postcode", to.postcode());
        text(form, town, "shop.draft.town", to.town());
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("420px", 2));
        Button ok = new Button(getTranslation("shop.change.save"), click -> {
            String said = payMore.getValue() ? "shop.change.asked" : "shop.change.done";
            if (Attempt.of(this, () -> change(desk, facts), getTranslation(said))) {
                close();
                done.run();
            }
        });
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        add(
                new Paragraph(getTranslation("shop.change.text")),
                things,
                new ArticlePicker(getTranslation("shop.draft.add"), book, this::another),
                payMore,
                form);
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

    private IntegerField quantity(String sku, String name, String variant, int pieces) {
        IntegerField field = new IntegerField(name + ", " + variant);
        field.setMin(0);
        field.setMax(Math.max(MOST, pieces));
        field.setValue(pieces);
        field.setStepButtonsVisible(true);
        quantities.put(sku, field);
        things.add(field);
        return field;
    }

    /** One of it at first, or one more. */
    private void another(StockRow article) {
        IntegerField known = quantities.get(article.sku());
        if (known == null) {
            quantity(article.sku(), article.name(), article.variant(), 1)
                    .setHelperText(getTranslation("shop.draft.left", article.available()));
        } else {
            Integer typed = known.getValue();
            known.setValue(Math.min(MOST, typed == null ? 1 : typed + 1));
        }
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
        Map<String, Integer> before = new HashMap<>();
        facts.lines().forEach(line -> before.merge(line.sku(), line.quantity(), Integer::sum));
        Map<String, Integer> left = new HashMap<>();
        quantities.forEach((sku, field) -> {
            Integer typed = field.getValue();
            if (typed != null && typed != before.getOrDefault(sku, 0).intValue()) {
                left.put(sku, typed);
            }
        });
        if (!left.isEmpty()) {
            wanted.put("quantities", left);
        }
        if (payMore.getValue()) {
            wanted.put("payMore", true);
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

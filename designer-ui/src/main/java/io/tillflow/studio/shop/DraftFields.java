package io.tillflow.studio.shop;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** For whom a draft is, where it goes, what was agreed; each change is told. */
class DraftFields extends FormLayout {
    private static final int LONGEST = 2_000;

    private final TextField email = new TextField();
    private final TextField phone = new TextField();
    private final TextField name = new TextField();
    private final TextField street = new TextField();
    private final TextField extra = new TextField();
    private final TextField postcode = new TextField();
    private final TextField town = new TextField();
    private final Select<String> country = new Select<>();
    private final Select<String> delivery = new Select<>();
    private final Select<String> language = new Select<>();
    private final Select<String> currency = new Select<>();
    private final BigDecimalField discount = new BigDecimalField();
    private final TextArea note = new TextArea();
    private final Runnable changed;
    private Draft.@Nullable Place billing;

    DraftFields(Runnable changed) {
        this.changed = changed;
        text(email, "shop.email", 254);
        text(phone, "shop.phone", 24);
        text(name, "shop.name", 80);
        text(street, "shop.draft.street", 100);
        text(extra, "shop.draft.extra", 80);
        text(postcode, "shop.draft.postcode", 12);
        text(town, "shop.draft.town", 60);
        country.setItemLabelGenerator(it -> Locale.of("", it).getDisplayCountry(getLocale()));
        choice(country, "shop.draft.country");
        delivery.setItems(List.of("standard", "express"));
        delivery.setItemLabelGenerator(it -> getTranslation("shop.draft.delivery." + it));
        choice(delivery, "shop.delivery");
        language.setItems(List.of("en", "de"));
        language.setItemLabelGenerator(it -> Locale.of(it).getDisplayLanguage(getLocale()));
        language.setHelperText(getTranslation("shop.draft.language.help"));
        choice(language, "shop.draft.language");
        currency.setHelperText(getTranslation("shop.draft.currency.help"));
        choice(currency, "shop.profile.currency");
        discount.setHelperText(getTranslation("shop.draft.discount.help"));
        discount.setErrorMessage(getTranslation("shop.draft.discount.wrong"));
        listen(discount);
        note.setLabel(getTranslation("shop.note.new"));
        note.setMaxLength(LONGEST);
        listen(note);
        add(email, phone, name, street, extra, postcode, town, country, delivery, language, currency, discount, note);
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("420px", 2));
        setColspan(email, 2);
        setColspan(street, 2);
        setColspan(note, 2);
    }

    void show(Draft draft) {
        Draft.Contact contact = draft.details().contact();
        Draft.Place to = draft.details().shipping();
        billing = draft.details().billing();
        email.setValue(draft.customer());
        phone.setValue(contact == null ? "" : blank(contact.phone()));
        country.setItems(draft.countries());
        country.setValue("DE");
        name.setValue(to == null ? "" : blank(to.name()));
        street.setValue(to == null ? "" : blank(to.street()));
        extra.setValue(to == null ? "" : blank(to.extra()));
        postcode.setValue(to == null ? "" : blank(to.postcode()));
        town.setValue(to == null ? "" : blank(to.town()));
        if (to != null) {
            country.setValue(Objects.requireNonNullElse(to.country(), "DE"));
        }
        delivery.setValue(Objects.requireNonNullElse(draft.details().delivery(), "standard"));
        language.setValue(draft.language());
        currency.setItems(draft.currencies());
        currency.setValue(draft.currency());
        currency.setVisible(draft.currencies().size() > 1);
        discount.setLabel(getTranslation("shop.draft.discount", draft.currency()));
        discount.setValue(draft.discount() == 0 ? null : Money.typed(draft.discount(), draft.currency()));
        note.setValue(draft.note());
    }

    /** False when something here cannot be sent as it is. */
    boolean fine() {
        discount.setLabel(getTranslation("shop.draft.discount", currency.getValue()));
        discount.setInvalid(discount.getValue() != null && Money.minor(discount.getValue(), currency.getValue()) < 0);
        return !discount.isInvalid();
    }

    Draft.Wanted wanted(int revision, List<Draft.WantedLine> lines) {
        Draft.Place to = new Draft.Place(
                name.getValue(),
                street.getValue(),
                extra.getValue(),
                postcode.getValue(),
                town.getValue(),
                country.getValue());
        Draft.Details details = new Draft.Details(
                new Draft.Contact(email.getValue(), phone.getValue()), to, billing, delivery.getValue());
        long off = discount.getValue() == null ? 0 : Money.minor(discount.getValue(), currency.getValue());
        return new Draft.Wanted(
                revision, language.getValue(), currency.getValue(), lines, details, off, note.getValue());
    }

    private void text(TextField field, String label, int longest) {
        field.setLabel(getTranslation(label));
        field.setMaxLength(longest);
        listen(field);
    }

    private void choice(Select<String> field, String label) {
        field.setLabel(getTranslation(label));
        listen(field);
    }

    private void listen(AbstractField<?, ?> field) {
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.run();
            }
        });
    }

    private static String blank(@Nullable String text) {
        return text == null ? "" : text;
    }
}

package io.tillflow.studio.shop;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Who runs the shop. */
class ProfileFields extends FormLayout {
    private final TextField name = text("name");
    private final TextField tagline = text("tagline");
    private final TextField company = text("company");
    private final TextField represented = text("represented");
    private final TextField street = text("street");
    private final TextField postcode = text("postcode");
    private final TextField town = text("town");
    private final TextField country = text("country");
    private final TextField email = text("email");
    private final TextField phone = text("phone");
    private final TextField vatId = text("vat-id");
    private final TextField taxNumber = text("tax-number");
    private final TextField register = text("register");
    private final BigDecimalField freeFrom = new BigDecimalField();
    private final BigDecimalField express = new BigDecimalField();
    private final IntegerField returnDays = new IntegerField();

    ProfileFields() {
        tagline.setHelperText(getTranslation("shop.profile.tagline.help"));
        freeFrom.setLabel(getTranslation("shop.profile.free"));
        express.setLabel(getTranslation("shop.profile.express"));
        add(name, tagline, company, represented, street, postcode, town, country, email, phone, vatId, taxNumber);
        returnDays.setLabel(getTranslation("shop.profile.returns"));
        returnDays.setHelperText(getTranslation("shop.profile.returns.help"));
        add(register, freeFrom, express, returnDays);
        setColspan(register, 2);
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("480px", 2));
    }

    private TextField text(String key) {
        TextField field = new TextField(getTranslation("shop.profile." + key));
        field.setMaxLength(200);
        return field;
    }

    void show(Profile it) {
        name.setValue(it.name());
        tagline.setValue(it.tagline());
        company.setValue(it.company().name());
        represented.setValue(it.company().represented());
        street.setValue(it.company().street());
        postcode.setValue(it.company().postcode());
        town.setValue(it.company().town());
        country.setValue(it.company().country());
        email.setValue(it.contact().email());
        phone.setValue(it.contact().phone());
        vatId.setValue(it.tax().vatId());
        taxNumber.setValue(it.tax().taxNumber());
        register.setValue(it.tax().register());
        freeFrom.setValue(Money.typed(it.delivery().freeFrom()));
        express.setValue(Money.typed(it.delivery().expressSurcharge()));
        returnDays.setValue(it.returns().days());
    }

    /** As it is typed; what is wrong with it, the shop says. */
    Profile wanted(Map<String, Profile.Rate> rates, List<Profile.Currency> currencies) {
        return new Profile(
                typed(name),
                typed(tagline),
                new Profile.Company(
                        typed(company),
                        typed(represented),
                        typed(street),
                        typed(postcode),
                        typed(town),
                        typed(country)),
                new Profile.Contact(typed(email), typed(phone)),
                new Profile.Tax(typed(vatId), typed(taxNumber), typed(register)),
                new Profile.Delivery(Money.minor(freeFrom.getValue()), Money.minor(express.getValue()), rates),
                new Profile.Returns(Objects.requireNonNullElse(returnDays.getValue(), 0)),
                currencies);
    }

    private static String typed(TextField field) {
        return field.getValue().strip();
    }
}

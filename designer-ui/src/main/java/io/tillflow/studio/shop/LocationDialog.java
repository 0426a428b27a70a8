package io.tillflow.studio.shop;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.tillflow.studio.connectors.Attempt;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes a location, or changes one. */
class LocationDialog extends Dialog {
    private static final int LONGEST = 100;
    private static final int LONGEST_ID = 36;

    private final TextField name = field("shop.location.name");
    private final TextField street = field("shop.profile.street");
    private final TextField postcode = field("shop.profile.postcode");
    private final TextField town = field("shop.profile.town");
    private final TextField country = field("shop.location.country");
    private final IntegerField position = new IntegerField(getTranslation("shop.location.position"));
    private final Checkbox open = new Checkbox(getTranslation("shop.location.open"), true);

    /** @param known null for a new one */
    LocationDialog(@Nullable Location known, List<Location> all, LocationDesk desk, Runnable done) {
        setHeaderTitle(known == null ? getTranslation("shop.location.new") : known.name());
        setWidth("520px");
        country.setMaxLength(2);
        position.setHelperText(getTranslation("shop.location.position.help"));
        position.setMin(1);
        position.setMax(Location.LAST);
        position.setStepButtonsVisible(true);
        position.setValue(known == null ? Location.last(all) : known.position());
        open.setVisible(known != null);
        open.setHelperText(getTranslation("shop.location.open.help"));
        if (known != null) {
            name.setValue(known.name());
            street.setValue(known.street());
            postcode.setValue(known.postcode());
            town.setValue(known.town());
            country.setValue(known.country());
            open.setValue(known.open());
        }
        FormLayout form = new FormLayout(name, position, street, postcode, town, country, open);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("420px", 2));
        add(form);
        Button ok = new Button(getTranslation("shop.location.keep"), click -> {
            name.setInvalid(name.getValue().isBlank());
            boolean wrong = name.isInvalid() || position.getValue() == null || position.isInvalid();
            if (!wrong
                    && Attempt.of(
                            this,
                            () -> desk.keep(wanted(known == null ? id(all) : known.id())),
                            getTranslation("shop.location.kept"))) {
                close();
                done.run();
            }
        });
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), ok);
    }

    private TextField field(String key) {
        TextField field = new TextField(getTranslation(key));
        field.setMaxLength(LONGEST);
        return field;
    }

    private Location wanted(String id) {
        return new Location(
                id,
                name.getValue().strip(),
                street.getValue().strip(),
                postcode.getValue().strip(),
                town.getValue().strip(),
                country.getValue().strip().toUpperCase(Locale.ROOT),
                position.getValue(),
                open.getValue());
    }

    /** Of its name, and a number where another has it. */
    private String id(List<Location> all) {
        String plain = Normalizer.normalize(name.getValue().replace("ß", "ss"), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String base = plain.isEmpty() ? "location" : plain.substring(0, Math.min(LONGEST_ID, plain.length()));
        String id = base;
        for (int n = 2; taken(id, all); n++) {
            id = base + "-" + n;
        }
        return id;
    }

    private static boolean taken(String id, List<Location> all) {
        return all.stream().anyMatch(it -> it.id().equals(id));
    }
}

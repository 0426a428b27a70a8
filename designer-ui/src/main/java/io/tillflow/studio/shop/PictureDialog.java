package io.tillflow.studio.shop;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.kit.Notices;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings a picture of a variant, or says anew what one shows. */
class PictureDialog extends Dialog {
    private static final int LONGEST = 200;

    private final TextField english = new TextField();
    private final TextField german = new TextField();
    private final PictureUpload upload;

    /** @param known null for one to be brought */
    PictureDialog(String sku, ProductText.@Nullable Picture known, CatalogueDesk desk, Runnable done) {
        setHeaderTitle(say(known == null ? "add" : "say"));
        setWidth("520px");
        upload = new PictureUpload(say("add.text"));
        field(english, "alt.en");
        field(german, "alt.de");
        if (known == null) {
            add(new Paragraph(say("add.text")), upload);
        } else {
            english.setValue(known.alts().getOrDefault("en", ""));
            german.setValue(known.alts().getOrDefault("de", ""));
        }
        add(english, german);
        Button ok = new Button(say("keep"), click -> {
            if (keep(sku, known, desk)) {
                close();
                done.run();
            }
        });
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), ok);
    }

    private void field(TextField field, String key) {
        field.setLabel(say(key));
        field.setHelperText(say("alt.help"));
        field.setMaxLength(LONGEST);
        field.setWidthFull();
    }

    private boolean keep(String sku, ProductText.@Nullable Picture known, CatalogueDesk desk) {
        Map<String, String> alts =
                Map.of("en", english.getValue().strip(), "de", german.getValue().strip());
        if (known != null) {
            return Attempt.of(this, () -> desk.say(sku, known.name(), alts), say("kept"));
        }
        byte[] file = upload.content();
        if (file == null) {
            Notices.failed(say("none"));
            return false;
        }
        return Attempt.of(this, () -> desk.add(sku, new ProductText.Upload(file, alts)), say("added"));
    }

    private String say(String key) {
        return getTranslation("shop.picture." + key);
    }
}

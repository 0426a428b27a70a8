package io.tillflow.studio.shop;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.kit.Notices;

/** Brings the shop's logo. */
class LogoDialog extends Dialog {
    private final PictureUpload upload;
    private final transient ProfileDesk desk;

    LogoDialog(ProfileDesk desk, Runnable done) {
        this.desk = desk;
        setHeaderTitle(say("bring"));
        setWidth("520px");
        upload = new PictureUpload(say("limits"));
        add(new Paragraph(say("limits")), upload);
        Button ok = new Button(say("keep"), click -> {
            if (keep()) {
                close();
                done.run();
            }
        });
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), ok);
    }

    private boolean keep() {
        byte[] file = upload.content();
        if (file == null) {
            Notices.failed(say("none-chosen"));
            return false;
        }
        return Attempt.of(this, () -> desk.bringLogo(file), say("kept"));
    }

    private String say(String key) {
        return getTranslation("shop.logo." + key);
    }
}

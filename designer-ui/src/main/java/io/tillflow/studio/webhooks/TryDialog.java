package io.tillflow.studio.webhooks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.webhooks.Webhook.Tried;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends a payload to a webhook as a genuine caller would. */
class TryDialog extends Dialog {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final transient WebhooksDesk desk;
    private final Component page;
    private final String id;
    private final TextArea payload = new TextArea();
    private final transient Runnable done;

    /** @param example the payload to begin with, for instance that of the last call */
    TryDialog(Component page, WebhooksDesk desk, String id, String example, Runnable done) {
        this.page = page;
        this.desk = desk;
        this.id = id;
        this.done = done;
        setHeaderTitle(page.getTranslation("webhooks.try.title", id));
        setWidth("560px");
        payload.setLabel(page.getTranslation("webhooks.try.payload"));
        payload.setWidthFull();
        payload.setValue(example);
        Button ok = new Button(page.getTranslation("webhooks.try"), click -> send());
        ok.setDisableOnClick(true);
        ok.addClickListener(click -> ok.setEnabled(true));
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(page.getTranslation("webhooks.try.text")), payload);
        getFooter().add(new Button(page.getTranslation("cancel"), click -> close()), ok);
    }

    private void send() {
        try {
            JsonNode json = JSON.readTree(payload.getValue());
            Tried tried = desk.tryOut(id, json);
            if (tried.event() == null) {
                Notices.failed(tried.explanation());
            } else {
                Notices.done(page.getTranslation("webhooks.try.done", tried.event()));
                close();
            }
            done.run();
        } catch (JacksonException notJson) {
            payload.setInvalid(true);
            payload.setErrorMessage(page.getTranslation("webhooks.try.wrong"));
        } catch (Away away) {
            Notices.failed(page.getTranslation("connectors.away.act"));
        } catch (Refused refused) {
            Notices.failed(page.getTranslation("connectors.refused", refused.why()));
        }
    }
}

package io.tillflow.studio.connectors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import io.tillflow.studio.connectors.Letters.Preview;

/** A letter as a shopper would get it, shut in a frame that runs no script; its plain text below. */
class PreviewDialog extends Dialog {
    private static final String PASSES_ESCAPE_ON = """
            const frame = this;
            const listen = () => frame.contentDocument?.addEventListener('keydown', pressed => {
              if (pressed.key === 'Escape') {
                frame.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, composed: true}));
              }
            });
            frame.addEventListener('load', listen);
            listen();
            """;

    PreviewDialog(String name, Preview letter) {
        setHeaderTitle(letter.subject());
        setWidth("720px");
        Paragraph lead = new Paragraph(getTranslation("letters.preview.lead", name));
        lead.addClassName("meta");
        IFrame frame = new IFrame();
        frame.setSandbox(IFrame.SandboxType.ALLOW_SAME_ORIGIN); // no script of its own; ours may hear its keys
        frame.setSrcdoc(letter.html());
        frame.getElement().setAttribute("title", letter.subject());
        frame.getElement().executeJs(PASSES_ESCAPE_ON);
        frame.addClassName("letter-preview");
        Pre text = new Pre(letter.text());
        text.addClassName("letter-text");
        text.getElement().setAttribute("tabindex", "0");
        add(lead, frame, new NativeDetails(getTranslation("letters.plain"), text));
        getFooter().add(new Button(getTranslation("letters.close"), click -> close()));
    }
}

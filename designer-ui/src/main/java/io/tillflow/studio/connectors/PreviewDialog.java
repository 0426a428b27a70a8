package io.tillflow.studio.connectors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import io.tillflow.studio.connectors.Letters.Preview;

/** A letter as a shopper would get it, shut in a frame that may do nothing; its plain text below. */
class PreviewDialog extends Dialog {
    PreviewDialog(String name, Preview letter) {
        setHeaderTitle(letter.subject());
        setWidth("720px");
        Paragraph lead = new Paragraph(getTranslation("letters.preview.lead", name));
        lead.addClassName("meta");
        IFrame frame = new IFrame();
        frame.setSandbox(IFrame.SandboxType.RESTRICT_ALL);
        frame.setSrcdoc(letter.html());
        frame.getElement().setAttribute("title", letter.subject());
        frame.getElement().setAttribute("tabindex", "-1"); // Escape pressed in it would not reach the dialog
        frame.addClassName("letter-preview");
        Pre text = new Pre(letter.text());
        text.addClassName("letter-text");
        text.getElement().setAttribute("tabindex", "0");
        add(lead, frame, new NativeDetails(getTranslation("letters.plain"), text));
        getFooter().add(new Button(getTranslation("letters.close"), click -> close()));
    }
}

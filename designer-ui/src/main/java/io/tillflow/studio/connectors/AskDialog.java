package io.tillflow.studio.connectors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Predicate;

/** Says what will happen, asks for one line where one is needed, and closes when it has happened. */
public class AskDialog extends Dialog {
    private final TextField line;
    private final Button leave;
    private final Button ok;

    /** @param label of the line that must be filled in; empty when there is none */
    public AskDialog(String title, String text, String label, String confirm) {
        setHeaderTitle(title);
        setWidth("440px");
        line = new TextField(label);
        line.setWidthFull();
        line.setMaxLength(200);
        line.setRequired(true);
        line.setVisible(!label.isEmpty());
        line.setErrorMessage(getTranslation("connectors.needed"));
        ok = new Button(confirm);
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(text), line);
        leave = new Button(getTranslation("cancel"), click -> close());
        getFooter().add(leave, ok);
    }

    public AskDialog dangerous() {
        ok.addThemeVariants(ButtonVariant.ERROR);
        return this;
    }

    /** Where what is asked about is itself a cancelling, the button that leaves all as it is has another word. */
    public AskDialog back(String word) {
        leave.setText(word);
        return this;
    }

    /** Something else that can be done. */
    public AskDialog instead(String word, Runnable act) {
        Button other = new Button(word, click -> {
            close();
            act.run();
        });
        getFooter().removeAll();
        getFooter().add(leave, other, ok);
        return this;
    }

    /** Closes, and then does it, whether it works or not. */
    public AskDialog once(Runnable act) {
        ok.addClickListener(click -> {
            close();
            act.run();
        });
        return this;
    }

    /** @param act given the line; whether it worked */
    public AskDialog then(Predicate<String> act) {
        ok.addClickListener(click -> {
            line.setInvalid(line.isVisible() && line.getValue().isBlank());
            if (!line.isInvalid() && act.test(line.getValue().strip())) {
                close();
            }
        });
        return this;
    }
}

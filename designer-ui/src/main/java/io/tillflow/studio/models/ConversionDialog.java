package io.tillflow.studio.models;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.tillflow.studio.conversion.Conversion;
import io.tillflow.studio.conversion.Conversion.Line;
import io.tillflow.studio.kit.Icon;
import java.util.List;

/** What becomes of a process that cannot be read or run as it is: what is left to do by hand, what is changed, what is needed no more. */
final class ConversionDialog extends Dialog {

    /** @param why what is wrong with it: begins the keys of its words */
    ConversionDialog(String why, String fileName, Conversion done, Runnable converted, Runnable asItIs) {
        setHeaderTitle(getTranslation(why + ".title", fileName));
        setWidth("640px");
        add(new Paragraph(getTranslation(why + ".text")));
        add(section("convert.open", "alert", done.open(), true));
        add(section(why + ".mapped", "check", done.mapped(), done.open().isEmpty()));
        add(section("convert.dropped", "ban", done.dropped(), false));
        Button convert = new Button(getTranslation(why + ".do"), click -> {
            close();
            converted.run();
        });
        convert.addThemeVariants(ButtonVariant.PRIMARY);
        Button keep = new Button(getTranslation("convert.as-is"), click -> {
            close();
            asItIs.run();
        });
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), keep, convert);
    }

    private Div section(String title, String icon, List<Line> lines, boolean open) {
        UnorderedList list = new UnorderedList();
        list.addClassName("conversion");
        lines.forEach(it -> list.add(
                new ListItem(Icon.small(icon), new Div(strong(it.element()), new Div(new Span(it.message()))))));
        NativeDetails details = new NativeDetails(getTranslation(title, lines.size()));
        details.setContent(list);
        details.setOpen(open);
        Div section = new Div(details);
        section.setVisible(!lines.isEmpty());
        return section;
    }

    private static Span strong(String text) {
        Span span = new Span(text);
        span.addClassName("strong");
        return span;
    }
}

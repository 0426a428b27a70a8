package io.tillflow.studio.library;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.Icon;
import org.jspecify.annotations.Nullable;

/** One template: its picture, what it does and with what, and "use this". */
final class TemplateCard extends Div {

    TemplateCard(Template template, @Nullable Runnable use) {
        addClassNames("card", "template");
        Div picture = new Div();
        picture.addClassName("picture");
        Element drawing = new Element("tf-picture");
        drawing.setProperty("xml", template.file().text());
        drawing.setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("library.picture", template.name()));
        picture.getElement().appendChild(drawing);
        Frontend.require(this, "instances");
        Div what = new Div(new H2(template.name()), new Paragraph(template.description()), facts(template));
        what.addClassName("what");
        Span parts = new Span(getTranslation(
                "library.parts", template.steps(), template.uses().size(), template.scenarios()));
        parts.addClassNames("meta", "num");
        what.add(parts);
        if (use != null) {
            NativeButton button = new NativeButton("", click -> use.run());
            button.add(Icon.small("plus"), new Span(getTranslation("library.use")));
            button.addClassName("btn");
            button.setAriaLabel(getTranslation("library.use") + ": " + template.name());
            Div row = new Div(button);
            row.addClassName("row");
            what.add(row);
        }
        add(picture, what);
    }

    private Div facts(Template template) {
        Div facts = new Div();
        facts.addClassName("row");
        template.starts().forEach(it -> {
            String key = "block." + it;
            String name = getTranslation(key);
            facts.add(Badge.accent("bolt", name.equals(key) ? it : name));
        });
        return facts;
    }
}

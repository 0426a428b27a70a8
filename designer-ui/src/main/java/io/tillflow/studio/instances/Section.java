package io.tillflow.studio.instances;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;

/** A part of the pane with its heading. */
public final class Section extends Div {

    public Section(String heading, Component... content) {
        addClassName("sec");
        if (!heading.isEmpty()) {
            add(new H2(heading));
        }
        add(content);
    }

    /** A list of names and values. */
    public static DescriptionList facts() {
        DescriptionList list = new DescriptionList();
        list.addClassName("kv");
        return list;
    }

    public static void fact(DescriptionList list, String name, Component value) {
        list.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }
}

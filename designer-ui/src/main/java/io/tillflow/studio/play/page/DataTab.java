package io.tillflow.studio.play.page;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.tillflow.studio.instances.Json;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.instances.Section;
import io.tillflow.studio.play.Scene;

/** What the instance knows by now. */
final class DataTab extends Div {

    DataTab() {
        addClassName("tab");
        empty();
    }

    void empty() {
        removeAll();
        add(new Section("", Pieces.text(getTranslation("play.variables.none"), "meta")));
    }

    void show(Scene scene) {
        if (scene.variables().isEmpty()) {
            empty();
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("vars");
        scene.variables()
                .forEach((name, value) ->
                        list.add(new ListItem(Pieces.text(name, "strong"), new Code(Json.pretty(value)))));
        removeAll();
        add(new Section("", list));
    }
}

package io.tillflow.studio.instances;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.tillflow.studio.instances.Stories.Story;
import java.util.List;

/** The diagram of an instance over another page: what happened, where it stands, and what may follow. */
public final class DiagramDialog extends Dialog {

    public DiagramDialog(Story story, String bpmn, String elementId, List<String> next) {
        setHeaderTitle(story.model().title() + " · " + story.model().label(elementId));
        setWidth("min(1200px, 94vw)");
        setHeight("min(680px, 86vh)");
        addClassName("diagram-dialog");
        ProcessDiagram diagram = new ProcessDiagram(clicked -> {});
        Div canvas = new Div(diagram);
        canvas.addClassName("canvas");
        canvas.setSizeFull();
        diagram.file(bpmn);
        diagram.show(Journey.of(story, elementId, List.of()).before(next));
        add(canvas);
        Button close = new Button(getTranslation("instances.dialog.back"), click -> close());
        getFooter().add(Pieces.instanceLink(story.facts().instance().key(), getTranslation("instances.open")), close);
    }
}

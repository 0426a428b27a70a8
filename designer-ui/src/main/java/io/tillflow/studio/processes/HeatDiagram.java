package io.tillflow.studio.processes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import io.tillflow.studio.kit.Frontend;
import tools.jackson.databind.json.JsonMapper;

/** A diagram with warmth over it, in the browser. */
@Tag("tf-heat-view")
final class HeatDiagram extends Component {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    HeatDiagram(String bpmn, Warmth warmth) {
        Frontend.require(this, "instances");
        getElement().setProperty("heat", JSON.writeValueAsString(warmth));
        getElement().setProperty("xml", bpmn);
    }

    void zoom(int step) {
        getElement().callJsFunction("zoom", step);
    }

    void fit() {
        getElement().callJsFunction("fit");
    }

    void reveal(String elementId) {
        getElement().callJsFunction("reveal", elementId);
    }
}

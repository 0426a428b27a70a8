package io.tillflow.studio.tasks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import io.tillflow.studio.kit.Frontend;
import java.util.function.Consumer;

/** A deployed form in the browser; submitting checks it there and hands its values over as JSON. */
@Tag("tf-form")
public final class FormSheet extends Component {

    public FormSheet(Consumer<String> submitted) {
        getElement()
                .addEventListener(
                        "tf-submit",
                        event -> submitted.accept(
                                event.getEventData().get("event.detail.data").asString("{}")))
                .addEventData("event.detail.data");
        Frontend.require(this, "tasks");
    }

    public void show(String schema, String data, boolean readOnly) {
        getElement().setProperty("readOnly", readOnly);
        getElement().setProperty("sheet", "{\"schema\":" + schema + ",\"data\":" + data + "}");
    }

    public void submit() {
        getElement().callJsFunction("submit");
    }
}

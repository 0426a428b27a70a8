package io.tillflow.studio.tasks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import io.tillflow.studio.kit.Frontend;
import java.util.function.Consumer;

/** A form in the browser; it hands its values over as JSON when somebody pauses filling it in, and checked when submitted. */
@Tag("tf-form")
public final class FormSheet extends Component {

    /** A form of which only the end matters. */
    public FormSheet(Consumer<String> submitted) {
        this(data -> {}, submitted);
    }

    FormSheet(Consumer<String> changed, Consumer<String> submitted) {
        on("tf-change", changed);
        on("tf-submit", submitted);
        Frontend.require(this, "tasks");
    }

    private void on(String event, Consumer<String> heard) {
        getElement()
                .addEventListener(
                        event,
                        it -> heard.accept(
                                it.getEventData().get("event.detail.data").asString("{}")))
                .addEventData("event.detail.data");
    }

    public void show(String schema, String data, boolean readOnly) {
        getElement().setProperty("readOnly", readOnly);
        getElement().setProperty("sheet", "{\"schema\":" + schema + ",\"data\":" + data + "}");
    }

    public void submit() {
        getElement().callJsFunction("submit");
    }

    /** Hands over at once what is filled in. */
    void flush() {
        getElement().callJsFunction("flush");
    }
}

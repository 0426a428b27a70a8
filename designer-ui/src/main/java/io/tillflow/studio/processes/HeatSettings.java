package io.tillflow.studio.processes;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.tillflow.studio.processes.HeatView.Asked;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The head of a heat map: which version, what is measured, what to compare with. */
final class HeatSettings extends Div {

    HeatSettings(String title, Asked asked, List<Integer> versions, Consumer<Asked> change) {
        addClassName("ih");
        Anchor instances = new Anchor("instances?process=" + asked.processId(), getTranslation("processes.instances"));
        Span grow = new Span();
        grow.addClassName("grow");
        add(new H1(title), instances, grow, measures(asked, change));
        add(choice(
                "processes.version",
                versions.stream().map(Option::of).toList(),
                String.valueOf(asked.version()),
                it -> change.accept(asked.at(Integer.parseInt(it)))));
        if (versions.size() > 1) {
            List<Option> others =
                    new java.util.ArrayList<>(List.of(new Option("", getTranslation("processes.against.none"))));
            versions.stream()
                    .filter(it -> it != asked.version())
                    .map(Option::of)
                    .forEach(others::add);
            add(choice(
                    "processes.against",
                    others,
                    asked.against().map(String::valueOf).orElse(""),
                    it -> change.accept(
                            asked.besides(it.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(it))))));
        }
    }

    private record Option(String value, String text) {
        static Option of(int version) {
            return new Option(String.valueOf(version), "v" + version);
        }
    }

    private Div measures(Asked asked, Consumer<Asked> change) {
        Div row = new Div();
        row.addClassName("seg");
        row.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("processes.metric"));
        for (Measure measure : Measure.values()) {
            NativeButton button = new NativeButton(
                    getTranslation("processes.metric." + measure.id()), click -> change.accept(asked.by(measure)));
            button.getElement().setAttribute("aria-pressed", String.valueOf(measure == asked.measure()));
            row.add(button);
        }
        return row;
    }

    private NativeLabel choice(String key, List<Option> options, String chosen, Consumer<String> change) {
        Element select = new Element("select");
        for (Option it : options) {
            Element option =
                    new Element("option").setAttribute("value", it.value()).setText(it.text());
            if (it.value().equals(chosen)) {
                option.setAttribute("selected", true);
            }
            select.appendChild(option);
        }
        select.addEventListener(
                        "change",
                        event -> change.accept(
                                event.getEventData().get("element.value").asString("")))
                .addEventData("element.value");
        NativeLabel label = new NativeLabel();
        label.add(new Span(getTranslation(key)));
        label.getElement().appendChild(select);
        return label;
    }
}

package io.tillflow.studio.play;

import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Node.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a process hangs together, as far as somebody who plays it needs to know.
 *
 * @param messages names of the messages that start it
 * @param signals names of the signals that start it
 * @param plain whether it can be started without any
 * @param forms the form's source by user task
 * @param errors codes that are caught at an activity, by its id
 */
record Wiring(
        List<String> messages,
        List<String> signals,
        boolean plain,
        Map<String, String> forms,
        Map<String, List<String>> errors) {

    static Wiring of(Playable model, List<ModelFile> files) {
        Element root = Markup.parse(model.file().text()).root();
        Element process = root.all()
                .filter(it -> it.local().equals("process") && it.id().equals(model.processId()))
                .findFirst()
                .orElse(root);
        boolean plain = process.elements("startEvent")
                .anyMatch(start -> start.elements().noneMatch(it -> it.local().endsWith("EventDefinition")));
        return new Wiring(
                starts(root, process, "message"),
                starts(root, process, "signal"),
                plain,
                forms(process, files),
                errors(root, process));
    }

    /** What begins it of a kind, message or signal. */
    private static List<String> starts(Element root, Element process, String kind) {
        return process.elements("startEvent")
                .flatMap(start -> start.elements(kind + "EventDefinition"))
                .map(it -> nameOf(root, it.attribute(kind + "Ref"), "name"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Map<String, String> forms(Element process, List<ModelFile> files) {
        Map<String, String> forms = new LinkedHashMap<>();
        process.all()
                .filter(it -> it.local().equals("userTask"))
                .forEach(task -> task.all()
                        .filter(it -> it.local().equals("formDefinition"))
                        .findFirst()
                        .flatMap(it -> form(process, files, it))
                        .ifPresent(form -> forms.put(task.id(), form)));
        return forms;
    }

    private static Optional<String> form(Element process, List<ModelFile> files, Element definition) {
        String id = definition.attribute("formId");
        if (!id.isEmpty()) {
            return files.stream()
                    .filter(it -> it.kind() == ModelFile.Kind.FORM)
                    .map(ModelFile::text)
                    .filter(text ->
                            text.matches("(?s).*\"id\"\\s*:\\s*\"" + java.util.regex.Pattern.quote(id) + "\".*"))
                    .findFirst();
        }
        String inside = definition.attribute("formKey").replaceFirst("^camunda-forms:bpmn:", "");
        return process.all()
                .filter(it -> it.local().equals("userTaskForm") && it.id().equals(inside))
                .map(Element::text)
                .findFirst();
    }

    private static Map<String, List<String>> errors(Element root, Element process) {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        process.all()
                .filter(it -> it.local().equals("boundaryEvent"))
                .forEach(boundary -> codes(root, boundary)
                        .forEach(code -> errors.computeIfAbsent(
                                        boundary.attribute("attachedToRef"), id -> new ArrayList<>())
                                .add(code)));
        return errors;
    }

    private static Stream<String> codes(Element root, Element boundary) {
        return boundary.elements("errorEventDefinition")
                .map(it -> nameOf(root, it.attribute("errorRef"), "errorCode"))
                .filter(code -> !code.isEmpty());
    }

    private static String nameOf(Element root, String reference, String attribute) {
        return root.elements()
                .filter(it -> !reference.isEmpty() && it.id().equals(reference))
                .map(it -> it.attribute(attribute))
                .findFirst()
                .orElse("");
    }
}

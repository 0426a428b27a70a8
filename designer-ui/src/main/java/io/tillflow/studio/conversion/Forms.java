package io.tillflow.studio.conversion;

import io.tillflow.studio.markup.Node.Element;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people do: who gets a task, until when, and its form. */
final class Forms {

    private final Work work;

    Forms(Work work) {
        this.work = work;
    }

    void convert(Element task) {
        if (task.local().equals("userTask")) {
            for (String who : new String[] {"assignee", "candidateGroups", "candidateUsers"}) {
                move(task, who, "assignmentDefinition");
            }
            move(task, "dueDate", "taskSchedule");
            move(task, "followUpDate", "taskSchedule");
        }
        if (task.local().equals("userTask") || task.local().equals("startEvent")) {
            form(task);
        }
    }

    private void move(Element task, String attribute, String extension) {
        Work.take(task, attribute).ifPresent(value -> {
            Work.set(Work.zeebe(task, extension), attribute, work.value(task, value));
            work.mapped(task, attribute + ": " + value + ".");
        });
    }

    private void form(Element task) {
        Optional<String> linked = Work.take(task, "formRef");
        Work.take(task, "formRefBinding")
                .filter(it -> !it.equals("latest"))
                .ifPresent(it -> work.open(task, "The form was bound by " + it + "; here the latest is shown."));
        linked.ifPresent(id -> {
            Work.set(Work.zeebe(task, "formDefinition"), "formId", id);
            work.mapped(task, "The form " + id + " is linked.");
        });
        Work.take(task, "formKey")
                .ifPresent(key -> work.open(
                        task,
                        "The form " + key + " is a page of an application of its own: draw it as a form and link it."));
        for (Element data : Work.takeAll(task, "formData")) {
            String fields = data.elements("formField").map(Element::id).collect(Collectors.joining(", "));
            work.open(
                    task,
                    "The fields " + fields
                            + " were drawn with the task: without a form, the task asks for what the next gateway decides by.");
        }
    }
}

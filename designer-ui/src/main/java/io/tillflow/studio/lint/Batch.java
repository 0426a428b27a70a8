package io.tillflow.studio.lint;

import io.tillflow.studio.markup.Markup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that are judged together: what one of them needs, another may bring. */
final class Batch {
    private static final Pattern FORM_ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

    private final Set<String> things = new HashSet<>();
    private final Set<String> sent = new HashSet<>();
    private final List<ModelFile> files;

    private Batch(List<ModelFile> files) {
        this.files = files;
    }

    static Batch of(List<ModelFile> passed) {
        Batch batch = new Batch(passed);
        passed.forEach(batch::add);
        return batch;
    }

    private void add(ModelFile file) {
        switch (file.kind()) {
            case BPMN -> {
                Markup markup = Markup.parse(file.text());
                markup.root().elements("process").forEach(it -> things.add(Landscape.Thing.PROCESS + it.id()));
                markup.root()
                        .all()
                        .filter(it ->
                                it.local().equals("endEvent") || it.local().equals("intermediateThrowEvent"))
                        .flatMap(it -> it.elements("messageEventDefinition"))
                        .forEach(it -> markup.root()
                                .elements("message")
                                .filter(message -> message.id().equals(it.attribute("messageRef")))
                                .forEach(message -> sent.add(message.attribute("name"))));
            }
            case DMN ->
                Markup.parse(file.text())
                        .root()
                        .elements("decision")
                        .forEach(it -> things.add(Landscape.Thing.DECISION + it.id()));
            case FORM -> {
                Matcher ids = FORM_ID.matcher(file.text());
                while (ids.find()) {
                    things.add(Landscape.Thing.FORM + ids.group(1));
                }
            }
            case UNKNOWN -> {
                // nothing anybody could need
            }
        }
    }

    List<ModelFile> files() {
        return files;
    }

    boolean has(Landscape.Thing thing, String id) {
        return things.contains(thing + id);
    }

    boolean sends(String message) {
        return sent.contains(message);
    }
}

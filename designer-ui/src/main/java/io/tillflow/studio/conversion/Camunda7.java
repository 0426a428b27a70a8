package io.tillflow.studio.conversion;

import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Name;
import io.tillflow.studio.markup.Node.Element;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Converts processes that were drawn for Camunda 7. */
public final class Camunda7 {

    private static final String MODELER = "http://camunda.org/schema/modeler/1.0";
    private static final Set<String> NEEDLESS = Set.of(
            "asyncBefore",
            "asyncAfter",
            "async",
            "exclusive",
            "jobPriority",
            "taskPriority",
            "historyTimeToLive",
            "isStartableInTasklist");
    private static final Set<String> TIMES = Set.of("timeDate", "timeDuration", "timeCycle");

    private final Work work = new Work();

    private Camunda7() {}

    /** Whether a file is a process drawn for Camunda 7. */
    public static boolean drew(String xml) {
        boolean maybe = Work.OLD.stream().anyMatch(xml::contains) || xml.contains("Camunda Platform");
        if (!maybe) {
            return false;
        }
        Element root = Markup.parse(xml).root();
        return root.name().space().equals(Work.BPMN)
                && (root.attributes()
                                .getOrDefault(new Name(MODELER, "executionPlatform"), "")
                                .equals("Camunda Platform")
                        || root.all()
                                .anyMatch(it -> Work.isOld(it)
                                        || it.attributes().keySet().stream()
                                                .anyMatch(name -> Work.OLD.contains(name.space()))));
    }

    /** Converts a guarded file. What maps is mapped; everything else is said, none of it goes silently. */
    public static Conversion convert(String xml) {
        return new Camunda7().converted(Markup.parse(xml));
    }

    private Conversion converted(Markup file) {
        Element root = file.root();
        List<Element> all =
                root.all().filter(it -> it.name().space().equals(Work.BPMN)).toList();
        Jobs jobs = new Jobs(work);
        Forms forms = new Forms(work);
        Data data = new Data(work);
        for (Element it : all) {
            jobs.convert(it);
            forms.convert(it);
            data.convert(it);
            expressions(it);
        }
        new Messages(work).convert(root);
        all.forEach(this::leftovers);
        new Literals(work).check(root, root);
        root.declarations().values().removeIf(Work.OLD::contains);
        root.declarations().put("zeebe", Work.ZEEBE);
        root.declarations().put("modeler", MODELER);
        root.attributes().put(new Name(MODELER, "executionPlatform"), "Camunda Cloud");
        root.attributes().put(new Name(MODELER, "executionPlatformVersion"), "8.5.0");
        return new Conversion(file.write(), work.mapped, work.dropped, work.open);
    }

    private void expressions(Element element) {
        element.first("conditionExpression").ifPresent(condition -> {
            String language = Optional.ofNullable(condition.attributes().remove(new Name("", "language")))
                    .orElse("");
            Work.take(condition, "resource");
            if (language.isEmpty() || language.equalsIgnoreCase("juel")) {
                Work.text(condition, work.feel(element, condition.text().strip()));
                work.mapped(element, "The condition is " + condition.text() + ".");
            } else {
                work.open(element, "The condition is a script in " + language + ": write it as a FEEL expression.");
            }
        });
        element.first("timerEventDefinition").stream()
                .flatMap(Element::elements)
                .filter(it -> TIMES.contains(it.local()) && Juel.isExpression(it.text()))
                .forEach(it -> Work.text(it, work.feel(element, it.text().strip())));
    }

    /** What of the old engine is still there: needless, or for somebody to look at. */
    private void leftovers(Element element) {
        List<Name> attributes = element.attributes().keySet().stream()
                .filter(it -> Work.OLD.contains(it.space()))
                .toList();
        for (Name it : attributes) {
            String value = element.attributes().remove(it);
            if (NEEDLESS.contains(it.local())) {
                work.dropped.add(Work.line(element, it.local() + "=" + value + " is needed no more."));
            } else {
                work.open(element, it.local() + "=" + value + " has no counterpart.");
            }
        }
        element.first("extensionElements").ifPresent(extensions -> {
            List<Element> old = extensions.elements().filter(Work::isOld).toList();
            old.forEach(it -> work.open(element, said(it)));
            extensions.children().removeAll(old);
            if (extensions.children().isEmpty()) {
                element.children().remove(extensions);
            }
        });
    }

    private static String said(Element old) {
        String what = Stream.of("class", "delegateExpression", "expression", "event", "name")
                .map(old::attribute)
                .filter(it -> !it.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .map(it -> " (" + it + ")")
                .orElse("");
        return old.local().endsWith("Listener")
                ? "The " + old.local() + what
                        + " is not called: the engine 8.5 has none. Make it a step, or let a worker do it."
                : old.local() + what + " has no counterpart.";
    }
}

package io.tillflow.studio.conversion;

import io.tillflow.studio.markup.Node.Element;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What goes in and out: mappings, called processes, rounds over a list, properties. */
final class Data {

    private static final Set<String> STRUCTURES = Set.of("script", "list", "map");

    private final Work work;

    Data(Work work) {
        this.work = work;
    }

    void convert(Element element) {
        if (element.local().equals("callActivity")) {
            call(element);
        }
        element.first("multiInstanceLoopCharacteristics").ifPresent(loop -> rounds(element, loop));
        for (Element mapping : Work.takeAll(element, "inputOutput")) {
            mapping.elements("inputParameter").forEach(it -> parameter(element, it, "input"));
            mapping.elements("outputParameter").forEach(it -> parameter(element, it, "output"));
            if (mapping.first("outputParameter").isPresent()) {
                work.open(
                        element,
                        "Only the outputs leave it here; with Camunda 7 all else that its worker sets reached the process, too: map what later steps read.");
            }
        }
        for (Element properties : Work.takeAll(element, "properties")) {
            properties.elements("property").forEach(it -> {
                Element property = Work.add(Work.zeebe(element, "properties"), "property");
                Work.set(property, "name", it.attribute("name"));
                Work.set(property, "value", it.attribute("value"));
                work.mapped(element, "The property " + it.attribute("name") + " is kept.");
            });
        }
    }

    private void parameter(Element element, Element parameter, String direction) {
        String name = parameter.attribute("name");
        Optional<String> source = source(element, parameter);
        if (source.isEmpty()) {
            work.open(element, "The " + direction + " " + name + " was made by a script: map it as a FEEL expression.");
            return;
        }
        map(element, direction, source.get(), name);
        work.mapped(element, "The " + direction + " " + name + " is mapped.");
    }

    private void map(Element element, String direction, String source, String target) {
        Element line = Work.add(Work.zeebe(element, "ioMapping"), direction);
        Work.set(line, "source", source);
        Work.set(line, "target", target);
    }

    /** A parameter as FEEL: a text, an expression, a list or a map of such; empty when a script is in it. */
    private Optional<String> source(Element element, Element parameter) {
        Optional<Element> made = parameter
                .elements()
                .filter(it -> STRUCTURES.contains(it.local()))
                .findFirst();
        return made.isPresent()
                ? part(element, made.get()).map(it -> "=" + it)
                : Optional.of(work.feel(element, parameter.text().strip()));
    }

    private Optional<String> part(Element element, Element value) {
        return switch (value.local()) {
            case "script" -> Optional.empty();
            case "list" -> joined(value.elements().map(it -> part(element, it)), "[", "]");
            case "map" ->
                joined(
                        value.elements("entry")
                                .map(it -> source(element, it)
                                        .map(feel -> Juel.quoted(it.attribute("key")) + ": " + feel.substring(1))),
                        "{",
                        "}");
            case "null" -> Optional.of("null");
            default -> Optional.of(work.feel(element, value.text().strip()).substring(1));
        };
    }

    private static Optional<String> joined(Stream<Optional<String>> parts, String open, String close) {
        List<Optional<String>> all = parts.toList();
        return all.stream().allMatch(Optional::isPresent)
                ? Optional.of(all.stream().map(Optional::orElseThrow).collect(Collectors.joining(", ", open, close)))
                : Optional.empty();
    }

    private void call(Element call) {
        Element called = Work.zeebe(call, "calledElement");
        String process = call.attribute("calledElement");
        call.attributes().remove(new io.tillflow.studio.markup.Name("", "calledElement"));
        Work.set(called, "processId", work.value(call, process));
        work.mapped(call, "It calls the process " + process + ".");
        boolean all = pass(call, "in", "input");
        boolean back = pass(call, "out", "output");
        Work.set(called, "propagateAllParentVariables", String.valueOf(all));
        Work.set(called, "propagateAllChildVariables", String.valueOf(back));
        Work.take(call, "calledElementBinding")
                .filter(it -> !it.equals("latest"))
                .ifPresent(it -> work.open(call, "The process was bound by " + it + "; here the latest is called."));
    }

    /** Whether everything goes. */
    private boolean pass(Element call, String old, String direction) {
        boolean all = false;
        List<Element> lines = Work.takeAll(call, old);
        for (Element line : lines) {
            if (!line.attribute("businessKey").isEmpty()) {
                work.open(call, "The business key goes along as a variable, if at all: map it under Input.");
            } else if (line.attribute("variables").equals("all")) {
                all = true;
            } else {
                String source = line.attribute("source");
                map(
                        call,
                        direction,
                        source.isEmpty() ? work.feel(call, line.attribute("sourceExpression")) : "=" + source,
                        line.attribute("target"));
            }
        }
        return all;
    }

    private void rounds(Element element, Element loop) {
        Optional<String> collection = Work.take(loop, "collection");
        String each = Work.take(loop, "elementVariable").orElse("item");
        Optional<Element> number = loop.first("loopCardinality");
        if (collection.isEmpty() && number.isEmpty()) {
            work.open(element, "Nothing says how many rounds there are: give it a list.");
            return;
        }
        number.ifPresent(it -> loop.children().remove(it));
        String list = collection
                .map(it -> Juel.isExpression(it) ? work.feel(element, it) : "=" + it)
                .orElseGet(() -> times(number(element, number.orElseThrow())));
        Element rounds = Work.zeebe(loop, "loopCharacteristics");
        Work.set(rounds, "inputCollection", list);
        Work.set(rounds, "inputElement", each);
        work.mapped(element, "Once for each of " + list.substring(1) + ", as " + each + ".");
        loop.first("completionCondition")
                .ifPresent(it -> Work.text(
                        it,
                        work.value(element, it.text().strip().replaceAll("\\bnrOf(\\w*Instances)\\b", "numberOf$1"))));
    }

    /** A range counts down when it ends before it begins: none is none. */
    private static String times(String number) {
        return "=if " + number + " < 1 then [] else for i in 1.." + number + " return i";
    }

    private String number(Element element, Element cardinality) {
        String text = cardinality.text().strip();
        return Juel.isExpression(text) ? work.feel(element, text).substring(1) : text;
    }
}

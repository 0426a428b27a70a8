package io.tillflow.studio.conversion;

import io.tillflow.studio.markup.Node.Element;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What goes in and out: mappings, called processes, rounds over a list, properties. */
final class Data {

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

    /** A parameter as FEEL: a text, an expression, a list or a map of such. */
    private Optional<String> source(Element element, Element parameter) {
        Optional<Element> list = parameter.first("list");
        Optional<Element> map = parameter.first("map");
        if (parameter.first("script").isPresent()) {
            return Optional.empty();
        }
        if (list.isPresent()) {
            return Optional.of(list.get()
                    .elements("value")
                    .map(it -> part(element, it))
                    .collect(Collectors.joining(", ", "=[", "]")));
        }
        return Optional.of(
                map.isPresent()
                        ? map.get()
                                .elements("entry")
                                .map(it -> Juel.quoted(it.attribute("key")) + ": " + part(element, it))
                                .collect(Collectors.joining(", ", "={", "}"))
                        : work.feel(element, parameter.text().strip()));
    }

    private String part(Element element, Element value) {
        return work.feel(element, value.text().strip()).substring(1);
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
                .orElseGet(() -> "=for i in 1.." + number(element, number.orElseThrow()) + " return i");
        Element rounds = Work.zeebe(loop, "loopCharacteristics");
        Work.set(rounds, "inputCollection", list);
        Work.set(rounds, "inputElement", each);
        work.mapped(element, "Once for each of " + list.substring(1) + ", as " + each + ".");
        loop.first("completionCondition")
                .ifPresent(it -> Work.text(it, work.value(element, it.text().strip())));
    }

    private String number(Element element, Element cardinality) {
        String text = cardinality.text().strip();
        return Juel.isExpression(text) ? work.feel(element, text).substring(1) : text;
    }
}

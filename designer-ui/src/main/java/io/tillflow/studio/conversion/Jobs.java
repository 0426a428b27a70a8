package io.tillflow.studio.conversion;

import io.tillflow.studio.markup.Node.Element;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a machine does: topics stay job types, Java classes and scripts become job types that need a worker. */
final class Jobs {

    private static final Pattern RETRIES = Pattern.compile("R(\\d+)/.*");

    private final Work work;

    Jobs(Work work) {
        this.work = work;
    }

    void convert(Element task) {
        switch (task.local()) {
            case "serviceTask", "sendTask" -> job(task, task);
            case "businessRuleTask" -> decision(task);
            case "scriptTask" -> script(task);
            case "intermediateThrowEvent", "endEvent" ->
                task.first("messageEventDefinition").ifPresent(event -> job(task, event));
            default -> {
                // nothing a machine does
            }
        }
    }

    private void job(Element task, Element carrier) {
        Work.take(carrier, "type");
        Optional<String> topic = Work.take(carrier, "topic");
        Optional<String> java = Work.take(carrier, "class")
                .or(() -> Work.take(carrier, "delegateExpression"))
                .or(() -> Work.take(carrier, "expression"));
        List<Element> connectors = Work.takeAll(carrier, "connector");
        Work.take(carrier, "resultVariable")
                .ifPresent(name -> work.open(
                        task,
                        "The result went into the variable " + name
                                + ": let the worker answer with it, or map it under Output."));
        if (topic.isPresent()) {
            type(task, work.value(task, topic.get()));
            work.mapped(task, "The topic " + topic.get() + " is the job type.");
        } else if (java.isPresent()) {
            String type = plain(java.get());
            type(task, type);
            work.open(task, java.get() + " does not run in the engine: let a worker take jobs of type " + type + ".");
        } else if (!connectors.isEmpty()) {
            String type = connectors
                    .getFirst()
                    .first("connectorId")
                    .map(Element::text)
                    .orElse("connector")
                    .strip();
            type(task, type);
            work.open(
                    task,
                    "The connector " + type + " and its parameters are not taken over: choose a block of the palette.");
        } else {
            work.open(task, "Nothing says who does this: choose a block of the palette or give it a job type.");
        }
        headers(task);
        retries(task);
    }

    private void decision(Element task) {
        Optional<String> decision = Work.take(task, "decisionRef");
        if (decision.isEmpty()) {
            job(task, task);
            return;
        }
        Element called = Work.zeebe(task, "calledDecision");
        Work.set(called, "decisionId", work.value(task, decision.get()));
        String result = Work.take(task, "resultVariable").orElse("result");
        Work.set(called, "resultVariable", result);
        work.mapped(task, "The decision " + decision.get() + " answers in the variable " + result + ".");
        Work.take(task, "mapDecisionResult")
                .filter(it -> !it.equals("singleEntry"))
                .ifPresent(it -> work.open(
                        task,
                        "The result was mapped as " + it + "; here its shape follows from the table's hit policy."));
        Work.take(task, "decisionRefBinding")
                .filter(it -> !it.equals("latest"))
                .ifPresent(it -> work.open(task, "The decision was bound by " + it + "; here the latest is called."));
    }

    private void script(Element task) {
        String format = task.attribute("scriptFormat");
        String script = task.first("script").map(Element::text).orElse("");
        type(task, "script");
        header(task, "language", format);
        header(task, "script", script);
        Work.take(task, "resultVariable").ifPresent(it -> header(task, "resultVariable", it));
        work.open(
                task,
                "A script in " + (format.isEmpty() ? "an unnamed language" : format)
                        + " is not run by the engine: write it as a FEEL expression, or let a worker take jobs of type script.");
        retries(task);
    }

    private void headers(Element task) {
        for (Element field : Work.takeAll(task, "field")) {
            String value = field.attribute("stringValue");
            if (value.isEmpty()) {
                value = field.elements().map(Element::text).findFirst().orElse(field.attribute("expression"));
            }
            header(task, field.attribute("name"), value);
            if (Juel.isExpression(value)) {
                work.open(
                        task,
                        "The field " + field.attribute("name")
                                + " was an expression; headers are constants: map it under Input.");
            } else {
                work.mapped(task, "The field " + field.attribute("name") + " is a header.");
            }
        }
    }

    private static void header(Element task, String key, String value) {
        Element header = Work.add(Work.zeebe(task, "taskHeaders"), "header");
        Work.set(header, "key", key);
        Work.set(header, "value", value);
    }

    private void retries(Element task) {
        String cycle = Work.takeAll(task, "failedJobRetryTimeCycle").stream()
                .map(it -> it.text().strip())
                .findFirst()
                .orElse("");
        Matcher times = RETRIES.matcher(cycle);
        if (times.matches()
                && task.first("extensionElements")
                        .flatMap(it -> it.first("taskDefinition"))
                        .isPresent()) {
            Work.set(Work.zeebe(task, "taskDefinition"), "retries", times.group(1));
            work.mapped(task, times.group(1) + " tries; how long to wait between them is the worker's to say.");
        } else if (!cycle.isEmpty()) {
            work.open(task, "The retries " + cycle + " are no number: give them as one.");
        }
    }

    private static void type(Element task, String type) {
        Work.set(Work.zeebe(task, "taskDefinition"), "type", type);
    }

    /** A word for a Java class, bean or method, to name a job type by. */
    private static String plain(String java) {
        String inner = java.replaceAll("^[$#]\\{\\s*|\\s*}$", "").replaceAll("\\(.*$", "");
        String last = java.equals(inner) ? inner.substring(inner.lastIndexOf('.') + 1) : inner;
        return last.isEmpty() ? "work" : last.substring(0, 1).toLowerCase(Locale.ROOT) + last.substring(1);
    }
}

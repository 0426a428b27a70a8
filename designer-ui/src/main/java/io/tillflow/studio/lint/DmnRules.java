package io.tillflow.studio.lint;

import io.tillflow.rules.DecisionFailed;
import io.tillflow.rules.Decisions;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What keeps a DMN file from being executed, as far as its structure tells. */
@Component
class DmnRules {
    private static final Set<String> LOGIC = Set.of(
            "decisionTable", "literalExpression", "context", "invocation", "functionDefinition", "relation", "list");

    List<Finding> check(String file, String xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            Reading reading = new Reading(file);
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> reading.open(reader);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        reading.text.append(reader.getText());
                    case XMLStreamConstants.END_ELEMENT -> reading.close(reader.getLocalName());
                    default -> {}
                }
            }
            List<Finding> findings = reading.findings();
            if (findings.isEmpty()) {
                findings.addAll(engine(file, xml, reading));
            }
            if (findings.isEmpty()) {
                findings.addAll(TableRules.check(file, xml));
            }
            return findings;
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("expected well-formed XML", e);
        }
    }

    /** The broker's own engine reads the file; what it cannot read, the broker would not either. */
    private static List<Finding> engine(String file, String xml, Reading reading) {
        try {
            Decisions unused = Decisions.of(file, xml.getBytes(StandardCharsets.UTF_8));
            return List.of();
        } catch (DecisionFailed failed) {
            String message = Objects.requireNonNullElse(failed.getMessage(), "The decisions cannot be read.");
            return List.of(Finding.error(file, reading.elementWith(message), "engine", message));
        }
    }

    private static final class Reading {
        private final String file;
        private final List<Finding> findings = new ArrayList<>();
        private final Map<String, Boolean> decisions = new LinkedHashMap<>();
        private final Map<String, String> required = new LinkedHashMap<>();
        private final Set<String> ids = new HashSet<>();
        private final Deque<String> path = new ArrayDeque<>();
        private @Nullable String decision;
        private int columns;
        private int cells;
        private final Map<String, String> expressions = new LinkedHashMap<>();
        private String textOwner = "";
        private final StringBuilder text = new StringBuilder();
        private String rule = "";

        Reading(String file) {
            this.file = file;
        }

        void open(XMLStreamReader reader) {
            String name = reader.getLocalName();
            String id = Objects.requireNonNullElse(reader.getAttributeValue(null, "id"), "");
            if (!id.isEmpty() && !ids.add(id) && !isPicture(reader)) {
                error(id, "duplicate-id", "Two elements have the id \"" + id + "\".");
            }
            if ("text".equals(name)) {
                text.setLength(0);
            } else if (!id.isEmpty()) {
                textOwner = id;
            }
            boolean inDecision = "decision".equals(path.peek());
            path.push(name);
            switch (name) {
                case "decision" -> {
                    decision = id;
                    decisions.put(id, false);
                    if (id.isEmpty()) {
                        error("", "decision-id", "A decision has no id, so nothing can ask for it.");
                    }
                }
                case "requiredDecision" ->
                    required.put(
                            Objects.requireNonNullElse(reader.getAttributeValue(null, "href"), "")
                                    .replaceFirst("^#", ""),
                            Objects.requireNonNullElse(decision, ""));
                case "decisionTable" -> columns = 0;
                case "input", "output" -> columns++;
                case "rule" -> {
                    rule = id;
                    cells = 0;
                }
                case "inputEntry", "outputEntry" -> cells++;
                default -> {}
            }
            if (inDecision && decision != null && LOGIC.contains(name)) {
                decisions.put(decision, true);
            }
        }

        private static boolean isPicture(XMLStreamReader reader) {
            return Objects.requireNonNullElse(reader.getNamespaceURI(), "").contains("/DMNDI/");
        }

        void close(String name) {
            path.pop();
            if ("text".equals(name) && !text.toString().isBlank()) {
                expressions.putIfAbsent(text.toString().strip(), textOwner);
            }
            if ("rule".equals(name) && cells != columns) {
                error(rule, "cells", "The rule has " + cells + " cells, but the table has " + columns + " columns.");
            }
            if ("decision".equals(name)) {
                decision = null;
            }
        }

        /** The engine quotes the expression that it could not read; the longest one quoted is meant. */
        String elementWith(String message) {
            return expressions.entrySet().stream()
                    .filter(expression -> message.contains("'" + expression.getKey() + "'"))
                    .max(Comparator.comparingInt(
                            expression -> expression.getKey().length()))
                    .map(Map.Entry::getValue)
                    .orElse("");
        }

        List<Finding> findings() {
            if (decisions.isEmpty()) {
                error("", "decision-required", "The file has no decision.");
            }
            decisions.forEach((id, hasLogic) -> {
                if (!hasLogic) {
                    error(id, "logic-required", "The decision has neither a table nor an expression.");
                }
            });
            required.forEach((id, by) -> {
                if (!decisions.containsKey(id)) {
                    error(by, "required-decision", "It needs the decision \"" + id + "\", which is not in the file.");
                }
            });
            return findings;
        }

        private void error(String elementId, String ruleName, String message) {
            findings.add(Finding.error(file, elementId, ruleName, message));
        }
    }
}

package io.tillflow.studio.lint;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
                    case XMLStreamConstants.END_ELEMENT -> reading.close(reader.getLocalName());
                    default -> {}
                }
            }
            return reading.findings();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("expected well-formed XML", e);
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
            if ("rule".equals(name) && cells != columns) {
                error(rule, "cells", "The rule has " + cells + " cells, but the table has " + columns + " columns.");
            }
            if ("decision".equals(name)) {
                decision = null;
            }
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

package io.tillflow.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A decision table as it can be shown: its columns and its rules in the words of the file. */
public record DecisionTable(
        String decisionId, String name, String hitPolicy, List<Column> inputs, List<Column> outputs, List<Rule> rules) {

    /** A column with its heading. */
    public record Column(String id, String label) {}

    /** A row: one entry for each input, then one for each output. */
    public record Rule(String id, List<String> inputs, List<String> outputs, String note) {}

    public DecisionTable {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        rules = List.copyOf(rules);
    }

    /** The table of a decision in a DMN file; empty when the decision is an expression and no table. */
    public static Optional<DecisionTable> find(String dmn, String decisionId) {
        try {
            XMLStreamReader reader = Xml.reader(dmn);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("decision")
                        && decisionId.equals(reader.getAttributeValue(null, "id"))) {
                    return new Reading(decisionId, attribute(reader, "name")).read(reader);
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("expected DMN, but it is no readable XML", e);
        }
    }

    private static String attribute(XMLStreamReader reader, String name) {
        return Objects.requireNonNullElse(reader.getAttributeValue(null, name), "");
    }

    private static final class Reading {
        private final String decisionId;
        private final String name;
        private final List<Column> inputs = new ArrayList<>();
        private final List<Column> outputs = new ArrayList<>();
        private final List<Rule> rules = new ArrayList<>();
        private final List<String> entriesIn = new ArrayList<>();
        private final List<String> entriesOut = new ArrayList<>();
        private String hitPolicy = "";
        private String parent = "";
        private String note = "";
        private String ruleId = "";
        private String inputId = "";
        private String inputLabel = "";

        Reading(String decisionId, String name) {
            this.decisionId = decisionId;
            this.name = name;
        }

        Optional<DecisionTable> read(XMLStreamReader reader) throws XMLStreamException {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    start(reader);
                } else if (event == XMLStreamConstants.CHARACTERS) {
                    text(reader.getText().strip());
                } else if (event == XMLStreamConstants.END_ELEMENT && !end(reader.getLocalName())) {
                    break;
                }
            }
            return hitPolicy.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new DecisionTable(decisionId, name, hitPolicy, inputs, outputs, rules));
        }

        private void start(XMLStreamReader reader) {
            String tag = reader.getLocalName();
            switch (tag) {
                case "decisionTable" -> hitPolicy = orElse(attribute(reader, "hitPolicy"), "UNIQUE");
                case "input" -> {
                    inputId = attribute(reader, "id");
                    inputLabel = attribute(reader, "label");
                }
                case "output" ->
                    outputs.add(new Column(
                            attribute(reader, "id"), orElse(attribute(reader, "label"), attribute(reader, "name"))));
                case "rule" -> {
                    ruleId = attribute(reader, "id");
                    entriesIn.clear();
                    entriesOut.clear();
                    note = "";
                }
                default -> {
                    // the rest carries no text that a table shows
                }
            }
            if (!tag.equals("text")) {
                parent = tag;
            }
        }

        private void text(String text) {
            if (text.isEmpty()) {
                return;
            }
            switch (parent) {
                case "inputExpression" -> inputLabel = orElse(inputLabel, text);
                case "inputEntry" -> entriesIn.add(text);
                case "outputEntry" -> entriesOut.add(text);
                case "description", "annotationEntry" -> note = text;
                default -> {
                    // layout and documentation
                }
            }
        }

        private boolean end(String tag) {
            switch (tag) {
                case "input" -> inputs.add(new Column(inputId, inputLabel));
                case "inputEntry" -> pad(entriesIn, ++inputEntries);
                case "outputEntry" -> pad(entriesOut, ++outputEntries);
                case "rule" -> {
                    rules.add(new Rule(ruleId, List.copyOf(entriesIn), List.copyOf(entriesOut), note));
                    inputEntries = 0;
                    outputEntries = 0;
                }
                default -> {
                    // nothing ends here
                }
            }
            if (!tag.equals("text")) {
                parent = "";
            }
            return !tag.equals("decision");
        }

        private int inputEntries;
        private int outputEntries;

        /** An empty entry has no text at all: it still takes its column. */
        private static void pad(List<String> entries, int expected) {
            while (entries.size() < expected) {
                entries.add("");
            }
        }

        private static String orElse(String text, String other) {
            return text.isBlank() ? other : text;
        }
    }
}

package io.tillflow.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A decision table as its file draws it, read without the engine.
 *
 * @param unique whether two rules must not fit at once
 */
record TableShape(String decisionId, boolean unique, List<Input> inputs) {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    TableShape {
        inputs = List.copyOf(inputs);
    }

    /**
     * A column of conditions.
     *
     * @param values that the column's cells may tell apart
     */
    record Input(String expression, List<Object> values) {
        Input {
            values = List.copyOf(values);
        }

        Optional<String> fact() {
            return ColumnFact.of(expression);
        }
    }

    long combinations() {
        return inputs.stream()
                .mapToLong(input -> input.values.size())
                .reduce(1, (a, b) -> a > Integer.MAX_VALUE ? a : a * b);
    }

    /** The facts of one combination, by their paths. */
    Map<String, Object> facts(int combination) {
        Map<String, Object> facts = new LinkedHashMap<>();
        int rest = combination;
        for (Input input : inputs) {
            facts.put(input.fact().orElse(input.expression), input.values.get(rest % input.values.size()));
            rest /= input.values.size();
        }
        return facts;
    }

    static List<TableShape> read(String name, byte[] dmn) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            NodeList tables = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(dmn))
                    .getElementsByTagName("decisionTable");
            List<TableShape> shapes = new ArrayList<>();
            for (int i = 0; i < tables.getLength(); i++) {
                shapes.add(shape((Element) tables.item(i)));
            }
            return shapes;
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new DecisionFailed(name, "it is no DMN file: " + e.getMessage());
        }
    }

    private static TableShape shape(Element table) {
        NodeList columns = table.getElementsByTagName("input");
        NodeList rules = table.getElementsByTagName("rule");
        List<Input> inputs = new ArrayList<>();
        for (int c = 0; c < columns.getLength(); c++) {
            Element expression = (Element) ((Element) columns.item(c))
                    .getElementsByTagName("inputExpression")
                    .item(0);
            List<String> cells = new ArrayList<>();
            for (int r = 0; r < rules.getLength(); r++) {
                Element entry = (Element) ((Element) rules.item(r))
                        .getElementsByTagName("inputEntry")
                        .item(c);
                cells.add(entry.getTextContent().strip());
            }
            inputs.add(
                    new Input(expression.getTextContent().strip(), values(expression.getAttribute("typeRef"), cells)));
        }
        String policy = table.getAttribute("hitPolicy");
        Element decision = (Element) table.getParentNode();
        return new TableShape(decision.getAttribute("id"), policy.isEmpty() || policy.equals("UNIQUE"), inputs);
    }

    private static List<Object> values(String type, List<String> cells) {
        return switch (type) {
            case "boolean" -> List.of(true, false);
            case "number", "integer", "long", "double" -> numbers(cells);
            default -> texts(cells);
        };
    }

    /** Each bound, and the values next to it; whole numbers when all bounds are whole. */
    private static List<Object> numbers(List<String> cells) {
        Set<BigDecimal> numbers = new TreeSet<>();
        for (String cell : cells) {
            Matcher found = NUMBER.matcher(cell);
            while (found.find()) {
                BigDecimal bound = new BigDecimal(found.group());
                BigDecimal step = BigDecimal.ONE.movePointLeft(Math.max(0, bound.scale()));
                numbers.addAll(List.of(bound.subtract(step), bound, bound.add(step)));
            }
        }
        return numbers.isEmpty() ? List.of(BigDecimal.ZERO) : List.copyOf(numbers);
    }

    private static List<Object> texts(List<String> cells) {
        Set<Object> texts = new LinkedHashSet<>();
        for (String cell : cells) {
            Matcher found = TEXT.matcher(cell);
            while (found.find()) {
                texts.add(found.group(1));
            }
        }
        texts.add("(any other)");
        return List.copyOf(texts);
    }
}

package io.tillflow.models.tuning;

import io.tillflow.models.table.BadData;
import io.tillflow.models.tuning.Proposal.CellChange;
import io.tillflow.rules.ColumnFact;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The cells of a decision's table: which numbers they compare with, and the table with another number. */
final class TableText {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(?:\\.\\d+)?(?![\\w.])");
    private final byte[] dmn;
    private final String decisionId;

    TableText(byte[] dmn, String decisionId) {
        this.dmn = dmn.clone();
        this.decisionId = decisionId;
    }

    List<Bound> bounds() {
        List<Bound> bounds = new ArrayList<>();
        columns(document()).forEach((path, cells) -> {
            Map<BigDecimal, List<String>> byValue = new LinkedHashMap<>();
            for (Element cell : cells) {
                Matcher found = NUMBER.matcher(text(cell));
                while (found.find()) {
                    byValue.computeIfAbsent(new BigDecimal(found.group()), value -> new ArrayList<>())
                            .add(cell.getAttribute("id"));
                }
            }
            byValue.forEach((value, ids) -> bounds.add(new Bound(path, value, ids)));
        });
        return bounds;
    }

    /** The changed file; what changed is added to the list. */
    byte[] with(Bound bound, BigDecimal to, List<CellChange> changes) {
        Document document = document();
        for (Element cell : columns(document).getOrDefault(bound.path(), List.of())) {
            String before = text(cell);
            String after = NUMBER.matcher(before)
                    .replaceAll(found -> new BigDecimal(found.group()).compareTo(bound.value()) == 0
                            ? to.toPlainString()
                            : found.group());
            if (!after.equals(before)) {
                cell.getElementsByTagName("text").item(0).setTextContent(after);
                changes.add(new CellChange(cell.getAttribute("id"), before, after));
            }
        }
        return bytes(document);
    }

    /** The cells of each column that compares numbers, by the fact they compare. */
    private Map<String, List<Element>> columns(Document document) {
        Element table = table(document);
        NodeList inputs = table.getElementsByTagName("inputExpression");
        NodeList rules = table.getElementsByTagName("rule");
        Map<String, List<Element>> columns = new LinkedHashMap<>();
        for (int c = 0; c < inputs.getLength(); c++) {
            Element input = (Element) inputs.item(c);
            if (input.getAttribute("typeRef").equals("number")) {
                List<Element> cells = new ArrayList<>();
                for (int r = 0; r < rules.getLength(); r++) {
                    cells.add((Element) ((Element) rules.item(r))
                            .getElementsByTagName("inputEntry")
                            .item(c));
                }
                columns.put(ColumnFact.of(text(input)).orElse(text(input)), cells);
            }
        }
        return columns;
    }

    private Element table(Document document) {
        NodeList tables = document.getElementsByTagName("decisionTable");
        for (int i = 0; i < tables.getLength(); i++) {
            Element table = (Element) tables.item(i);
            if (((Element) table.getParentNode()).getAttribute("id").equals(decisionId)) {
                return table;
            }
        }
        throw new BadData("expected the table of the decision " + decisionId + " in the DMN file");
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }

    private Document document() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(dmn));
        } catch (java.io.IOException | javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException e) {
            throw new BadData("the table of " + decisionId + " cannot be read: " + e.getMessage());
        }
    }

    private static byte[] bytes(Document document) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (javax.xml.transform.TransformerException e) {
            throw new IllegalStateException("a table that was read can be written", e);
        }
    }
}

package io.tillflow.rules;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a DMN file says of itself, read without the engine. */
record DecisionTable(Set<String> ruleIds) {
    static DecisionTable read(String decisionId) {
        String name = decisionId + ".dmn";
        try (InputStream dmn = Topics.open(name)) {
            NodeList rules = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(dmn)
                    .getElementsByTagName("rule");
            return new DecisionTable(IntStream.range(0, rules.getLength())
                    .mapToObj(i -> ((Element) rules.item(i)).getAttribute("id"))
                    .collect(Collectors.toSet()));
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
    }
}

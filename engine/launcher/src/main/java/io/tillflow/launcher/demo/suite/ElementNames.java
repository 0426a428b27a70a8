package io.tillflow.launcher.demo.suite;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a model calls its elements. */
final class ElementNames {
    private ElementNames() {}

    static Map<String, String> in(String bpmn) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Map<String, String> names = new HashMap<>();
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(bpmn));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    String id = xml.getAttributeValue(null, "id");
                    String name = xml.getAttributeValue(null, "name");
                    if (id != null && name != null && !name.isBlank()) {
                        names.put(id, name.replaceAll("\\s+", " ").strip());
                    }
                }
            }
            return names;
        } catch (XMLStreamException unreadable) {
            throw new IllegalStateException("expected history to hold a readable model", unreadable);
        }
    }
}

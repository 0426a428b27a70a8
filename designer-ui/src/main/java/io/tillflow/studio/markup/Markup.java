package io.tillflow.studio.markup;

import io.tillflow.studio.markup.Node.Element;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A whole file: its root and what stands before and after it. Values that name something by a prefix ({@code xsi:type}) are kept as
 * <code>{namespace}name</code>, so that they mean the same wherever they go.
 */
public record Markup(List<Node> before, Element root, List<Node> after) {

    /** Reads a text that has been guarded; refuses document types. */
    public static Markup parse(String xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            Reading reading = new Reading();
            while (reader.hasNext()) {
                reading.step(reader, reader.next());
            }
            return new Markup(reading.before, Objects.requireNonNull(reading.root), reading.after);
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("expected well-formed XML, but " + e.getMessage(), e);
        }
    }

    /** Elements by id; an id that several have tells nothing of them. */
    public Map<String, Element> byId() {
        Map<String, Element> found = new LinkedHashMap<>();
        Set<String> shared = new HashSet<>();
        root.all().filter(element -> !element.id().isEmpty()).forEach(element -> {
            if (found.putIfAbsent(element.id(), element) != null) {
                shared.add(element.id());
            }
        });
        found.keySet().removeAll(shared);
        return found;
    }

    /** The element with this id, which is there. */
    public Element element(String id) {
        return root.all()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected an element " + id));
    }

    /** Every id of the file. */
    public Set<String> ids() {
        return root.all().map(Element::id).collect(Collectors.toSet());
    }

    /** Each element's parent. */
    public Map<Element, Element> parents() {
        Map<Element, Element> parents = new HashMap<>();
        root.all().forEach(parent -> parent.elements().forEach(child -> parents.put(child, parent)));
        return parents;
    }

    /** The canonical text: two spaces, one line an element, the same for the same meaning. */
    public String write() {
        return MarkupWriter.write(this);
    }

    private static final class Reading {
        private final List<Node> before = new ArrayList<>();
        private final List<Node> after = new ArrayList<>();
        private final Deque<Element> open = new ArrayDeque<>();
        private @Nullable Element root;

        void step(XMLStreamReader reader, int event) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> start(reader);
                case XMLStreamConstants.END_ELEMENT -> tidy(open.pop());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    Optional.ofNullable(open.peek())
                            .ifPresent(parent -> parent.children().add(new Node.Text(reader.getText())));
                case XMLStreamConstants.COMMENT -> place().add(new Node.Comment(reader.getText()));
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    place().add(new Node.Instruction(
                            reader.getPITarget(), Objects.requireNonNullElse(reader.getPIData(), "")));
                default -> {
                    // the declaration of the document, which is written anew
                }
            }
        }

        private List<Node> place() {
            return open.peek() != null ? open.element().children() : root == null ? before : after;
        }

        private void start(XMLStreamReader reader) {
            Element element = new Element(
                    new Name(text(reader.getNamespaceURI()), reader.getLocalName()), text(reader.getPrefix()));
            for (int i = 0; i < reader.getNamespaceCount(); i++) {
                element.declarations().put(text(reader.getNamespacePrefix(i)), text(reader.getNamespaceURI(i)));
            }
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                Name name = new Name(text(reader.getAttributeNamespace(i)), reader.getAttributeLocalName(i));
                String value = reader.getAttributeValue(i);
                element.attributes().put(name, name.equals(Name.TYPE) ? resolved(value, reader) : value);
            }
            if (root == null) {
                root = element;
            } else {
                open.element().children().add(element);
            }
            open.push(element);
        }

        private static String resolved(String value, XMLStreamReader reader) {
            int colon = value.indexOf(':');
            String space = reader.getNamespaceURI(
                    colon < 0 ? "" : value.substring(0, colon).strip());
            return space == null
                    ? value
                    : "{" + space + "}" + value.substring(colon + 1).strip();
        }

        /** White space between elements is layout; beside text it is text. */
        private static void tidy(Element element) {
            if (!element.isLeaf() && element.text().isBlank()) {
                element.children().removeIf(Node.Text.class::isInstance);
            }
        }

        private static String text(@Nullable String value) {
            return Objects.requireNonNullElse(value, "");
        }
    }
}

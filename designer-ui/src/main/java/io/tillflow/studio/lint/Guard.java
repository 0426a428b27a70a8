package io.tillflow.studio.lint;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks at a file as bytes before anything that builds a tree of it: size, depth, document types, well-formedness. What passes is
 * safe to hand to parsers here and in the broker, which a file nested 3,000 deep would kill.
 */
final class Guard {
    static final int LARGEST = 4 * 1024 * 1024;
    static final int DEEPEST = 90;
    static final int MOST_ELEMENTS = 50_000;
    static final int LONGEST_TEXT = 64 * 1024;
    /** Example data that people keep with a step, which may hold a picture. */
    static final int LONGEST_DATA = 1024 * 1024;

    private static final Map<ModelFile.Kind, String> NAMESPACES = Map.of(
            ModelFile.Kind.BPMN, "http://www.omg.org/spec/BPMN/20100524/MODEL",
            ModelFile.Kind.DMN, "https://www.omg.org/spec/DMN/");

    private static final JsonMapper FORMS = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .maxDocumentLength(LARGEST)
                            .build())
                    .build())
            .build();

    /** The text of a file that passed, or why it did not. */
    sealed interface Verdict {
        record Passed(String text) implements Verdict {}

        record Refused(Finding finding) implements Verdict {}
    }

    private Guard() {}

    static Verdict look(ModelFile file) {
        if (file.content().length > LARGEST) {
            return refuse(
                    file,
                    "",
                    "too-large",
                    String.format(
                            Locale.ROOT,
                            "The file has %.1f MB; a model may have %d MB.",
                            file.content().length / 1048576.0,
                            LARGEST >> 20));
        }
        if (file.content().length == 0) {
            return refuse(file, "", "readable", "The file is empty.");
        }
        return switch (file.kind()) {
            case BPMN, DMN -> xml(file);
            case FORM -> form(file);
            case UNKNOWN -> refuse(file, "", "kind", "Expected a file named .bpmn, .dmn or .form.");
        };
    }

    private static Verdict xml(ModelFile file) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(file.content()));
            Walk walk = new Walk(file, reader);
            while (reader.hasNext()) {
                Finding problem = walk.step(reader.next());
                if (problem != null) {
                    return new Verdict.Refused(problem);
                }
            }
            return new Verdict.Passed(decode(file.content(), reader));
        } catch (XMLStreamException e) {
            return refuse(file, "", "readable", "This is not well-formed XML: " + firstLine(e.getMessage()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return refuse(file, "", "readable", "The file says it is written in an encoding nobody knows.");
        }
    }

    private static String decode(byte[] content, XMLStreamReader reader) {
        String declared = reader.getCharacterEncodingScheme();
        String detected = reader.getEncoding();
        Charset charset = declared != null
                ? Charset.forName(declared)
                : detected != null ? Charset.forName(detected) : StandardCharsets.UTF_8;
        String text = new String(content, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Verdict form(ModelFile file) {
        try {
            String text = new String(file.content(), StandardCharsets.UTF_8);
            JsonNode form = FORMS.readTree(text);
            if (!form.isObject() || !form.path("components").isArray()) {
                return refuse(file, "", "form", "Expected a form: a JSON object with a list of components.");
            }
            if (form.path("id").asString("").isBlank()) {
                return refuse(file, "", "form", "The form has no id, so no task can name it.");
            }
            return new Verdict.Passed(text);
        } catch (JacksonException e) {
            return refuse(file, "", "readable", "This is not a readable form: " + firstLine(e.getOriginalMessage()));
        }
    }

    private static Verdict refuse(ModelFile file, String elementId, String rule, String message) {
        return new Verdict.Refused(Finding.error(file.name(), elementId, rule, message));
    }

    private static String firstLine(@Nullable String message) {
        String text = Objects.requireNonNullElse(message, "unreadable")
                .replaceFirst(
                        "(?s)^ParseError at \\[row,col\\]:\\[(\\d+),(\\d+)\\]\\s*Message: ", "line $1, column $2: ");
        return text.lines().findFirst().orElse("unreadable");
    }

    /** Follows the reader through the file and stops at the first thing that is not right. */
    private static final class Walk {
        private final ModelFile file;
        private final XMLStreamReader reader;
        private final Deque<String> ids = new ArrayDeque<>();
        private int elements;
        private int text;

        Walk(ModelFile file, XMLStreamReader reader) {
            this.file = file;
            this.reader = reader;
        }

        @Nullable
        Finding step(int event) {
            return switch (event) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    wrong("document-type", "The file declares a document type or entities; a model has neither.");
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> {
                    ids.pop();
                    yield null;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
                default -> null;
            };
        }

        private @Nullable Finding text() {
            text += reader.getTextLength();
            if (text > LONGEST_TEXT) {
                return wrong("too-long", "A text in this element has more than 64 K characters.");
            }
            return null;
        }

        private @Nullable Finding start() {
            elements++;
            text = 0;
            if (elements == 1 && !isRoot()) {
                return wrong(
                        "kind",
                        "Expected the definitions of a " + file.kind() + " model, of the namespace "
                                + NAMESPACES.get(file.kind()) + ", but the file begins with <" + reader.getLocalName()
                                + "> of " + (reader.getNamespaceURI() == null ? "none" : reader.getNamespaceURI())
                                + ".");
            }
            String id = reader.getAttributeValue(null, "id");
            ids.push(id != null ? id : ids.isEmpty() ? "" : ids.peek());
            if (ids.size() > DEEPEST) {
                return wrong("too-deep", "Elements are nested more than " + DEEPEST + " deep.");
            }
            if (elements > MOST_ELEMENTS) {
                return wrong("too-large", "The model has more than " + MOST_ELEMENTS + " elements.");
            }
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                String name = reader.getAttributeLocalName(i);
                int longest = "value".equals(name) ? LONGEST_DATA : LONGEST_TEXT;
                if (reader.getAttributeValue(i).length() > longest) {
                    return wrong(
                            "too-long",
                            "The value of " + name + " has more than " + (longest >> 10) + " K characters.");
                }
            }
            return null;
        }

        private boolean isRoot() {
            return "definitions".equals(reader.getLocalName())
                    && Objects.requireNonNullElse(reader.getNamespaceURI(), "").startsWith(NAMESPACES.get(file.kind()));
        }

        private Finding wrong(String rule, String message) {
            return Finding.error(file.name(), ids.isEmpty() ? "" : ids.peek(), rule, message);
        }
    }
}

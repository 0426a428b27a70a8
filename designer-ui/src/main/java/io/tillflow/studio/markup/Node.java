package io.tillflow.studio.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A piece of a file. */
public sealed interface Node {

    /** Text as it is meant, not as it is escaped. */
    record Text(String value) implements Node {}

    /** A comment without its brackets. */
    record Comment(String value) implements Node {}

    /** A processing instruction. */
    record Instruction(String target, String data) implements Node {}

    /** An element with all that is in it; changes while a merge builds it, and never afterwards. */
    final class Element implements Node {
        private final Name name;
        private final String prefix;
        private final Map<String, String> declarations = new LinkedHashMap<>();
        private final Map<Name, String> attributes = new LinkedHashMap<>();
        private final List<Node> children = new ArrayList<>();

        public Element(Name name, String prefix) {
            this.name = name;
            this.prefix = prefix;
        }

        public Name name() {
            return name;
        }

        public String local() {
            return name.local();
        }

        /** The prefix its file used. */
        public String prefix() {
            return prefix;
        }

        /** Prefixes this element declares, with their namespaces. */
        public Map<String, String> declarations() {
            return declarations;
        }

        public Map<Name, String> attributes() {
            return attributes;
        }

        public List<Node> children() {
            return children;
        }

        public String attribute(String local) {
            return attributes.getOrDefault(Name.plain(local), "");
        }

        public String id() {
            return attribute("id");
        }

        public Stream<Element> elements() {
            return children.stream().filter(Element.class::isInstance).map(Element.class::cast);
        }

        public Stream<Element> elements(String local) {
            return elements().filter(child -> child.local().equals(local));
        }

        public Optional<Element> first(String local) {
            return elements(local).findFirst();
        }

        /** This element and everything below it, in the order of the file. */
        public Stream<Element> all() {
            return Stream.concat(Stream.of(this), elements().flatMap(Element::all));
        }

        /** The text directly inside. */
        public String text() {
            return children.stream()
                    .filter(Text.class::isInstance)
                    .map(child -> ((Text) child).value())
                    .collect(Collectors.joining());
        }

        /** Whether it holds text and no element. */
        public boolean isLeaf() {
            return elements().findAny().isEmpty();
        }

        /** The same name, attributes and content; prefixes, comments and the order of attributes do not count. */
        public boolean means(Element other) {
            return name.equals(other.name) && attributes.equals(other.attributes) && sameChildren(other);
        }

        private boolean sameChildren(Element other) {
            List<Node> mine = meaningful();
            List<Node> theirs = other.meaningful();
            if (mine.size() != theirs.size()) {
                return false;
            }
            for (int i = 0; i < mine.size(); i++) {
                if (!same(mine.get(i), theirs.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean same(Node a, Node b) {
            boolean elements = a instanceof Element && b instanceof Element;
            return elements ? ((Element) a).means((Element) b) : Objects.equals(a, b);
        }

        private List<Node> meaningful() {
            return children.stream()
                    .filter(child -> child instanceof Element || child instanceof Text)
                    .toList();
        }
    }
}

package io.tillflow.storefront.pages;

import io.tillflow.storefront.language.Language;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** Markdown to harmless HTML: mark-up of one's own comes out as text, and links lead only where links may. */
public final class Markdown {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    /** Lists in quotations in lists. */
    private static final int DEEPEST_BLOCKS = 40;

    private static final int DEEPEST = 100;
    private static final int MOST_CELLS = 50_000;
    private static final int LONGEST = 1_000_000;
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST_BLOCKS)
            .build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(Set.of("http", "https", "mailto", "tel")))
            .attributeProviderFactory(context -> new Looks())
            .build();
    private static final TextContentRenderer PLAIN =
            TextContentRenderer.builder().extensions(EXTENSIONS).build();

    /** What somebody must still fill in. */
    static final Pattern OPEN = Pattern.compile("\\[\\[([^\\[\\]\\n]{1,300})]]");

    private Markdown() {}

    /** Its links to pages of the shop stay in the language. */
    public static String html(String markdown, Language language) {
        Node page = page(markdown);
        page.accept(new Harmless(language));
        return HTML.render(page);
    }

    /** The words alone, for search engines. */
    public static String plain(String markdown) {
        return PLAIN.render(page(markdown)).replaceAll("\\s+", " ").strip();
    }

    /**
     * Throws where a text would come out as it was typed, or as too long a page.
     *
     * @throws IllegalArgumentException says what to do
     */
    public static void check(String markdown) {
        if (parsed(markdown).isEmpty()) {
            throw new IllegalArgumentException(
                    "Something in this text stands too deep in something else, or a table in it is too large. Make it simpler.");
        }
        if (html(markdown, Language.EN).length() > LONGEST) {
            throw new IllegalArgumentException("This text would become too large a page. Make it shorter.");
        }
    }

    /** What is too much for any page is shown as it was typed. */
    private static Node page(String markdown) {
        return parsed(markdown).orElseGet(() -> {
            Paragraph typed = new Paragraph();
            typed.appendChild(new Text(markdown.length() > LONGEST ? markdown.substring(0, LONGEST) : markdown));
            Document page = new Document();
            page.appendChild(typed);
            return page;
        });
    }

    /** Nothing where renderers, which call themselves, would not come to an end. */
    private static Optional<Node> parsed(String markdown) {
        if (markdown.length() > LONGEST || cells(markdown) > MOST_CELLS) {
            return Optional.empty();
        }
        try {
            Node page = PARSER.parse(marked(markdown));
            return tooDeep(page) ? Optional.empty() : Optional.of(page);
        } catch (StackOverflowError deep) {
            // the parser calls itself, too, for emphasis in emphasis
            return Optional.empty();
        }
    }

    /** At most so many: each row of a table has as many as its head. */
    private static long cells(String markdown) {
        long widest = markdown.lines()
                .mapToLong(line -> line.chars().filter(c -> c == '|').count())
                .max()
                .orElse(0);
        return widest * markdown.lines().count();
    }

    private static boolean tooDeep(Node page) {
        record Place(Node node, int depth) {}
        Deque<Place> open = new ArrayDeque<>();
        open.push(new Place(page, 0));
        while (!open.isEmpty()) {
            Place place = open.pop();
            if (place.depth() > DEEPEST) {
                return true;
            }
            for (Node child = place.node().getFirstChild(); child != null; child = child.getNext()) {
                open.push(new Place(child, place.depth() + 1));
            }
        }
        return false;
    }

    /** Text that means nothing but itself. */
    static String escaped(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>()#+.!|&~-])", "\\\\$1").replaceAll("\\R", "  \n");
    }

    /** What is to be filled in shows, so that nobody overlooks it. */
    private static String marked(String markdown) {
        return OPEN.matcher(markdown).replaceAll("**\\\\[$1\\\\]**");
    }

    /** Pictures of other houses would tell them who reads, so what they show is said instead; a page has one title, above its text. */
    private static final class Harmless extends AbstractVisitor {
        private final Language language;

        Harmless(Language language) {
            this.language = language;
        }

        @Override
        public void visit(Link link) {
            String to = link.getDestination();
            link.setDestination(to.startsWith("/assets/") ? to : language.path(to));
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            while (image.getFirstChild() != null) {
                image.insertBefore(image.getFirstChild());
            }
            image.unlink();
        }

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.max(2, heading.getLevel()));
            visitChildren(heading);
        }
    }

    private static final class Looks implements AttributeProvider {
        @Override
        public void setAttributes(Node node, String tag, Map<String, String> attributes) {
            switch (tag) {
                case "a" -> attributes.put("class", "link");
                case "table" -> attributes.put("class", "plain-table");
                default -> {
                    if (node instanceof StrongEmphasis
                            && node.getFirstChild() instanceof Text text
                            && text.getLiteral().startsWith("[")) {
                        attributes.put("class", "open");
                    }
                }
            }
        }
    }
}

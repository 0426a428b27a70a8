package io.tillflow.storefront.pages;

import io.tillflow.storefront.language.Language;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
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
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
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
        Node page = PARSER.parse(marked(markdown));
        page.accept(new Harmless(language));
        return HTML.render(page);
    }

    /** The words alone, for search engines. */
    public static String plain(String markdown) {
        return PLAIN.render(PARSER.parse(marked(markdown)))
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Text that means nothing but itself. */
    static String escaped(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>()#+.!|&~-])", "\\\\$1").replaceAll("\\R", "  \n");
    }

    /** What is to be filled in shows, so that nobody overlooks it. */
    private static String marked(String markdown) {
        return OPEN.matcher(markdown).replaceAll("**\\\\[$1\\\\]**");
    }

    /** Pictures of other houses would tell them who reads; a page has one title, above its text. */
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
            image.insertBefore(new Text(image.getTitle() == null ? "" : image.getTitle()));
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

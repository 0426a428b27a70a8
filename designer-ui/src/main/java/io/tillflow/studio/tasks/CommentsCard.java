package io.tillflow.studio.tasks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.kit.Unkept;
import io.tillflow.studio.tasks.Comments.Comment;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was said, and a field to say something; an address in a comment becomes a link. */
final class CommentsCard extends Div {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");

    private final Div said = new Div();
    private final TextField field = new TextField();
    private List<Comment> shown = List.of();

    CommentsCard(boolean worker, Consumer<String> say) {
        said.addClassName("said");
        field.setPlaceholder(getTranslation("tasks.comment.write"));
        field.setAriaLabel(getTranslation("tasks.comment.write"));
        field.setMaxLength(Comments.LONGEST);
        field.setWidthFull();
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.setVisible(worker);
        field.addKeyPressListener(Key.ENTER, event -> send(say));
        // here it says what is written, and does not complete the task as it does outside
        Shortcuts.addShortcutListener(this, () -> send(say), Key.ENTER, KeyModifier.CONTROL)
                .listenOn(field);
        add(new H2(getTranslation("tasks.comments")), said, field);
        Unkept.in(this);
    }

    private void send(Consumer<String> say) {
        if (!field.getValue().isBlank()) {
            say.accept(field.getValue());
            field.clear();
        }
    }

    void show(List<Comment> comments) {
        if (comments.equals(shown) && !comments.isEmpty()) {
            return;
        }
        shown = comments;
        Redraw.in(
                said,
                comments.isEmpty()
                        ? List.of(Pieces.block(getTranslation("tasks.comments.none"), "meta"))
                        : comments.stream().map(CommentsCard::line).toList());
    }

    private static Div line(Comment comment) {
        Span mark = Pieces.text(
                comment.person()
                        .substring(0, Math.min(2, comment.person().length()))
                        .toUpperCase(Locale.ROOT),
                "ava",
                "sm");
        mark.getElement().setAttribute("aria-hidden", "true");
        Span when = new Span(Pieces.ago(comment.at()));
        when.addClassName("meta");
        Div head = new Div(Pieces.text(comment.person(), "strong"), when);
        head.addClassName("row");
        Div text = new Div();
        text.addClassName("words");
        linked(comment.text(), text::add);
        Div line = new Div(mark, new Div(head, text));
        line.addClassName("cm");
        return line;
    }

    private static void linked(String text, Consumer<Component> add) {
        Matcher address = ADDRESS.matcher(text);
        int from = 0;
        while (address.find()) {
            add.accept(new Span(text.substring(from, address.start())));
            Anchor link = new Anchor(address.group(), address.group(), AnchorTarget.BLANK);
            link.getElement().setAttribute("rel", "noopener noreferrer");
            link.addClassName("link");
            add.accept(link);
            from = address.end();
        }
        add.accept(new Span(text.substring(from)));
    }
}

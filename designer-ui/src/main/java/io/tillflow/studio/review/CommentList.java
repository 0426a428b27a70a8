package io.tillflow.studio.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Times;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** What people said, the open first, and a field to say more about the element that is selected. */
final class CommentList extends Div {
    private final ReviewPane.Page page;
    private final Reviews reviews;
    private final BiConsumer<Supplier<?>, String> attempt;
    private final UnorderedList list = new UnorderedList();
    private final TextArea text = new TextArea();
    private String element = "";

    CommentList(ReviewPane.Page page, Reviews reviews, BiConsumer<Supplier<?>, String> attempt) {
        this.page = page;
        this.reviews = reviews;
        this.attempt = attempt;
        addClassName("sec");
        list.addClassName("comments");
        text.setMaxLength(2000);
        text.setWidthFull();
        add(
                new H3(getTranslation("review.comments")),
                text,
                Pieces.button(getTranslation("review.comment"), "msg", this::comment),
                list);
        about("");
    }

    void about(String elementId) {
        element = elementId;
        text.setLabel(getTranslation(
                "review.comment.on",
                elementId.isEmpty() ? getTranslation("review.comment.whole") : page.label(elementId)));
    }

    void refresh() {
        list.removeAll();
        List<Comment> all = reviews.comments(page.modelId());
        if (all.isEmpty()) {
            list.add(new ListItem(Pieces.text(getTranslation("review.comments.none"), "meta")));
        }
        all.stream().filter(Comment::isOpen).forEach(it -> list.add(item(it)));
        all.stream().filter(it -> !it.isOpen()).forEach(it -> list.add(item(it)));
    }

    private ListItem item(Comment comment) {
        NativeButton where = new NativeButton(
                comment.elementId().isEmpty()
                        ? getTranslation("review.comment.whole")
                        : page.label(comment.elementId()),
                click -> page.goTo(comment.elementId()));
        where.addClassName("linklike");
        Div head = new Div(Pieces.text(comment.author(), "strong"), where);
        head.addClassName("row");
        Div foot = new Div(
                Pieces.text(getTranslation("review.version", comment.version()), "meta"),
                Times.ago(comment.createdAt(), Clock.systemUTC(), getLocale()),
                Pieces.text("", "grow"));
        foot.addClassNames("row", "meta");
        if (comment.isOpen()) {
            foot.add(Pieces.button(
                    getTranslation("review.settle"),
                    "check",
                    () -> attempt.accept(() -> settled(comment), "review.settled.now"),
                    "ghost",
                    "sm"));
        } else {
            foot.add(Pieces.text(getTranslation("review.settled", comment.settledBy())));
        }
        ListItem item = new ListItem(head, new Paragraph(comment.text()), foot);
        item.setClassName("settled", !comment.isOpen());
        return item;
    }

    private boolean settled(Comment comment) {
        reviews.settle(comment.id());
        return true;
    }

    private void comment() {
        String said = text.getValue();
        attempt.accept(
                () -> {
                    Comment made = reviews.comment(page.modelId(), page.newest(), element, said);
                    text.clear();
                    return made;
                },
                "review.commented");
    }
}

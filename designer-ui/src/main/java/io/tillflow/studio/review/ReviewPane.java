package io.tillflow.studio.review;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.kit.Times;
import io.tillflow.studio.kit.Unkept;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Beside the drawing: how far the review is, what was said about which element, and what can be said now. */
public final class ReviewPane extends Aside {

    /** The page that the pane lies on. */
    public interface Page {
        String modelId();

        /** The version a review would be about; empty with the reason while there is none. */
        Optional<Integer> version();

        /** The newest saved version: what comments are about. */
        int newest();

        /** The text key that says why there is none. */
        String noVersion();

        /** What an element is called. */
        String label(String elementId);

        void goTo(String elementId);

        /** The version that a reviewed one is seen beside; 0 when there is none. */
        int beside(Review review);

        /** Shows a version beside an earlier one. */
        void compare(int earlier, int version);

        /** Something was asked, said or decided. */
        void reviewed();

        void closeReview();
    }

    private final Page page;
    private final Reviews reviews;
    private final Div state = new Div();
    private final CommentList comments;
    /** One for the question and the answer: what is being written stays when others ask or decide meanwhile. */
    private final TextArea words = new TextArea();

    public ReviewPane(Page page, Reviews reviews) {
        this.page = page;
        this.reviews = reviews;
        this.comments = new CommentList(page, reviews, this::attempt);
        addClassNames("pane", "review-pane");
        Div head = new Div(new H2(getTranslation("review.title")), Pieces.text("", "grow"));
        head.addClassNames("row", "sec");
        var close = Pieces.button("", "x", page::closeReview, "ghost", "ic", "sm");
        close.setAriaLabel(getTranslation("review.close"));
        head.add(close);
        state.addClassName("sec");
        words.setMaxLength(2000);
        words.setWidthFull();
        words.setValueChangeMode(ValueChangeMode.LAZY);
        add(head, state, comments);
        refresh();
        Unkept.in(this);
    }

    /** This element is selected in the drawing; empty for the whole. */
    public void selected(String elementId) {
        comments.about(elementId);
    }

    /** Reads everything again. */
    public void refresh() {
        state.removeAll();
        Optional<Review> newest = reviews.of(page.modelId()).stream().findFirst();
        newest.ifPresent(this::show);
        if (newest.filter(it -> it.state() == Review.State.OPEN).isEmpty()) {
            ask();
        }
        comments.refresh();
    }

    /** Somebody said something; what is being typed here stays. */
    public void said() {
        comments.refresh();
    }

    private void show(Review review) {
        Div head = new Div(ReviewBadge.of(this, review), Pieces.text("", "grow"));
        head.addClassName("row");
        head.add(
                Pieces.text(review.requestedBy(), "meta"),
                Times.ago(review.requestedAt(), Clock.systemUTC(), getLocale()));
        state.add(head);
        if (!review.note().isEmpty()) {
            state.add(new Paragraph(review.note()));
        }
        int beside = page.beside(review);
        if (beside > 0) {
            state.add(Pieces.button(
                    getTranslation("review.changes", beside), "eye", () -> page.compare(beside, review.version())));
        }
        if (review.answer() != null && !review.answer().isEmpty()) {
            Div answer = new Div(Pieces.text(review.decidedBy() + ": ", "strong"), Pieces.text(review.answer()));
            answer.addClassNames("note", review.state() == Review.State.APPROVED ? "completed" : "draft");
            state.add(answer);
        }
        if (review.state() == Review.State.OPEN) {
            decide(review);
        }
    }

    private void decide(Review review) {
        if (reviews.mine(review)) {
            state.add(
                    Pieces.block(getTranslation("review.yours"), "meta"),
                    Pieces.button(
                            getTranslation("review.withdraw"),
                            "undo",
                            () -> attempt(() -> reviews.withdraw(review.id()), "review.state.withdrawn")));
            return;
        }
        words.setLabel(getTranslation("review.answer"));
        Div acts = new Div(
                Pieces.button(getTranslation("review.approve"), "check", () -> decide(review, true), "pri"),
                Pieces.button(getTranslation("review.refuse"), "pencil", () -> decide(review, false)));
        acts.addClassNames("row", "acts");
        state.add(words, acts);
    }

    private void decide(Review review, boolean approve) {
        attempt(() -> said(reviews.decide(review.id(), approve, words.getValue())), "review.decided");
    }

    private Review said(Review now) {
        words.clear();
        return now;
    }

    private void ask() {
        Optional<Integer> version = page.version();
        if (version.isEmpty()) {
            state.add(Pieces.block(getTranslation(page.noVersion()), "meta"));
            return;
        }
        words.setLabel(getTranslation("review.ask.note"));
        state.add(
                words,
                Pieces.button(
                        getTranslation("review.ask"),
                        "eye",
                        () -> attempt(
                                () -> said(reviews.request(page.modelId(), version.get(), words.getValue())),
                                "review.asked"),
                        "pri"));
    }

    private void attempt(Supplier<?> act, String done) {
        try {
            Object unused = act.get();
            Notices.done(getTranslation(done, page.version().orElse(0)));
        } catch (ReviewRefused refused) {
            Notices.failed(String.valueOf(refused.getMessage()));
        }
        refresh();
        page.reviewed();
    }
}

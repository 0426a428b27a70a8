package io.tillflow.studio.models;

import io.tillflow.engine.model.ProcessModel;
import io.tillflow.engine.model.ProcessModels;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.review.Review;
import io.tillflow.studio.review.ReviewPane;
import io.tillflow.studio.review.Reviews;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens and closes the review beside a drawing, and tells it what is drawn. */
final class ReviewCorner implements ReviewPane.Page {
    private final ModelView view;
    private final Workbench workbench;
    private final Reviews reviews;
    private Reviews.Mark seen = Reviews.Mark.NONE;
    private @Nullable ReviewPane pane;
    private @Nullable ProcessModel names;

    ReviewCorner(ModelView view, Workbench workbench, Reviews reviews) {
        this.view = view;
        this.workbench = workbench;
        this.reviews = reviews;
    }

    void toggle() {
        if (pane != null) {
            closeReview();
        } else {
            open();
        }
    }

    /** Follows what is selected on a surface, and marks there what was said. */
    void at(Editor surface, List<CommentMark> said) {
        surface.onSelected(this::selected);
        surface.onComments(this::openAt);
        surface.comments(said);
        remember();
    }

    /** What others asked, said or decided meanwhile is shown without anybody opening the page again. */
    void look() {
        Reviews.Mark before = seen;
        remember();
        if (seen.equals(before)) {
            return;
        }
        if (!seen.sameReviews(before)) {
            refresh();
        } else if (pane != null) {
            pane.said();
        }
        view.reviewed();
    }

    private void remember() {
        seen = reviews.mark(modelId());
    }

    /** Shows what was said about an element. */
    void openAt(String elementId) {
        ReviewPane open = pane == null ? open() : pane;
        open.selected(elementId);
        view.goTo(elementId);
    }

    private ReviewPane open() {
        names = view.current().kind() == ModelFile.Kind.BPMN ? ProcessModels.parse(view.saved()) : null;
        ReviewPane open = new ReviewPane(this, reviews);
        pane = open;
        view.add(open);
        return open;
    }

    /** What is drawn changed its version. */
    void refresh() {
        if (pane != null) {
            pane.refresh();
        }
    }

    void selected(String elementId) {
        if (pane != null) {
            pane.selected(elementId);
        }
    }

    @Override
    public String modelId() {
        return view.current().id();
    }

    @Override
    public Optional<Integer> version() {
        return view.isOld() || view.isDrawn() ? Optional.empty() : Optional.of(newest());
    }

    @Override
    public int newest() {
        return view.current().version();
    }

    @Override
    public String noVersion() {
        return view.isOld() ? "review.ask.old" : "review.ask.save";
    }

    @Override
    public String label(String elementId) {
        return names == null ? elementId : names.label(elementId);
    }

    @Override
    public void goTo(String elementId) {
        view.goTo(elementId);
    }

    /** What is live, as long as nothing is decided; the one before it where that is over, it is live itself, or nobody knows. */
    @Override
    public int beside(Review review) {
        return Stream.of(review)
                .filter(it -> it.state() == Review.State.OPEN)
                .flatMap(it -> workbench.live(view.current()).stream())
                .flatMapToInt(it -> it.version().stream())
                .filter(it -> it != review.version())
                .findFirst()
                .orElse(review.version() - 1);
    }

    @Override
    public void compare(int earlier, int version) {
        CompareDialog.versions(workbench, view.current(), earlier, version).open();
    }

    @Override
    public void reviewed() {
        remember();
        view.reviewed();
    }

    @Override
    public void closeReview() {
        ReviewPane open = pane;
        pane = null;
        if (open != null) {
            view.remove(open);
        }
    }
}

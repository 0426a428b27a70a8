package io.tillflow.studio.review;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.review.ReviewRefused.Why;
import io.tillflow.studio.security.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asking for a look at a version, saying something about it, and deciding. Nobody decides about their own work. */
@Service
public class Reviews {
    private static final int LONGEST = 2000;

    private final ReviewStore store;
    private final FourEyes fourEyes;
    private final Audit audit;
    private final CurrentUser user;

    Reviews(ReviewStore store, FourEyes fourEyes, Audit audit, CurrentUser user) {
        this.store = store;
        this.fourEyes = fourEyes;
        this.audit = audit;
        this.user = user;
    }

    /** The newest first. */
    public List<Review> of(String modelId) {
        return store.of(modelId);
    }

    /**
     * Tells whether anything was asked, decided, said or settled of a model since: nothing of it is ever taken back.
     */
    public record Mark(long asked, long decided, long said, long settled) {
        public static final Mark NONE = new Mark(0, 0, 0, 0);

        /** Whether nothing was asked or decided since. */
        public boolean sameReviews(Mark before) {
            return asked == before.asked && decided == before.decided;
        }
    }

    public Mark mark(String modelId) {
        return store.mark(modelId);
    }

    /** Everything that waits for somebody's look. */
    public List<Review> open() {
        return store.open();
    }

    public List<Comment> comments(String modelId) {
        return store.comments(modelId);
    }

    @Transactional
    public Review request(String modelId, int version, String note) {
        author(modelId, version);
        Review review = store.open(modelId, version, fit(note, true), user.name())
                .orElseThrow(() -> new ReviewRefused(
                        Why.ALREADY_OPEN, "A review of " + modelId + " is open already; decide or withdraw it first."));
        audit.record("review.requested", "model/" + modelId, null, Map.of("version", version));
        return review;
    }

    /** Approves it, or wants changes. */
    @Transactional
    public Review decide(long id, boolean approve, String answer) {
        Review review = find(id);
        if (mine(review)) {
            throw new ReviewRefused(
                    Why.OWN,
                    "Somebody else must decide: " + user.name() + " asked for this review or made the version.");
        }
        return end(review, approve ? Review.State.APPROVED : Review.State.REFUSED, fit(answer, approve));
    }

    /** Whether this person asked for it or made the version, by whichever token. */
    public boolean mine(Review review) {
        return me(review.requestedBy()) || me(author(review.modelId(), review.version()));
    }

    private boolean me(String actor) {
        return CurrentUser.person(actor).equals(CurrentUser.person(user.name()));
    }

    @Transactional
    public Review withdraw(long id) {
        Review review = find(id);
        if (!me(review.requestedBy())) {
            throw new ReviewRefused(Why.OWN, "Only " + review.requestedBy() + ", who asked for it, can withdraw it.");
        }
        return end(review, Review.State.WITHDRAWN, "");
    }

    private Review end(Review review, Review.State state, String answer) {
        if (!store.decide(review.id(), state, answer, user.name())) {
            throw new ReviewRefused(
                    Why.NOT_OPEN,
                    "This review is over: it is " + find(review.id()).state() + ".");
        }
        audit.record(
                "review." + state.name().toLowerCase(java.util.Locale.ROOT),
                "model/" + review.modelId(),
                null,
                Map.of("version", review.version(), "answer", answer));
        return find(review.id());
    }

    @Transactional
    public Comment comment(String modelId, int version, String elementId, String text) {
        author(modelId, version);
        return store.comment(modelId, version, elementId.strip(), fit(text, false), user.name());
    }

    public void settle(long commentId) {
        if (!store.settle(commentId, user.name())) {
            throw new ReviewRefused(Why.UNKNOWN, "There is no comment " + commentId + ".");
        }
    }

    /** Why this file must not go live; empty when it may. */
    public Optional<String> obstacle(String fileName, String source) {
        return fourEyes.on() && !store.approved(fileName, source)
                ? Optional.of(
                        "Somebody else must approve this version before it goes live: save it, and ask for a review.")
                : Optional.empty();
    }

    private Review find(long id) {
        return store.find(id).orElseThrow(() -> new ReviewRefused(Why.UNKNOWN, "There is no review " + id + "."));
    }

    private String author(String modelId, int version) {
        return store.author(modelId, version)
                .orElseThrow(() -> new ReviewRefused(
                        Why.UNKNOWN, "There is no version " + version + " of a model " + modelId + "."));
    }

    private static String fit(String text, boolean mayBeEmpty) {
        String fit = text.strip();
        if ((fit.isEmpty() && !mayBeEmpty) || fit.length() > LONGEST) {
            throw new ReviewRefused(
                    Why.UNFIT,
                    fit.isEmpty()
                            ? "Say something: the text is empty."
                            : "A text has at most " + LONGEST + " characters.");
        }
        return fit;
    }
}

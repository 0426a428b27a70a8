package io.tillflow.studio.review;

import com.vaadin.flow.component.Component;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.State;

/** How far a review is, as icon and word. */
public final class ReviewBadge {
    private ReviewBadge() {}

    public static Badge of(Component page, Review review) {
        return switch (review.state()) {
            case OPEN -> new Badge(State.WAITING, page.getTranslation("review.state.open", review.version()));
            case APPROVED -> new Badge(State.COMPLETED, page.getTranslation("review.state.approved", review.version()));
            case REFUSED -> new Badge(State.DRAFT, page.getTranslation("review.state.refused", review.version()));
            case WITHDRAWN -> Badge.off("ban", page.getTranslation("review.state.withdrawn"));
        };
    }
}

package io.tillflow.storefront.drafts;

import io.tillflow.storefront.checkout.ReleaseHold;
import io.tillflow.storefront.drafts.Draft.Content;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins, changes and discards drafts; nothing of it promises anything to anybody. */
@Service
@Transactional
public class WriteDraft {
    private final Drafts drafts;
    private final ReleaseHold holds;

    WriteDraft(Drafts drafts, ReleaseHold holds) {
        this.drafts = drafts;
        this.holds = holds;
    }

    /** What came of it. */
    public enum Result {
        DONE,
        /** Somebody else changed it meanwhile. */
        CHANGED,
        /** It is an order already, or about to become one. */
        ORDERED,
        UNKNOWN
    }

    /** @param id made up by the caller, so that asking twice begins one */
    public void begin(UUID id, String author, Content content) {
        drafts.insert(id, author, content);
    }

    public Result change(UUID id, int revision, Content content) {
        return still(id, revision, () -> drafts.update(id, content));
    }

    /** Also one that was discarded before. */
    public Result discard(UUID id) {
        Result result = still(id, 0, () -> drafts.delete(id));
        return result == Result.UNKNOWN ? Result.DONE : result;
    }

    /** @param revision 0 for whichever there is */
    private Result still(UUID id, int revision, Runnable act) {
        Optional<Draft> found = drafts.lock(id);
        if (found.isEmpty()) {
            return Result.UNKNOWN;
        }
        Draft draft = found.get();
        if (draft.ordered()) {
            return Result.ORDERED;
        }
        if (revision != 0 && revision != draft.revision()) {
            return Result.CHANGED;
        }
        if (draft.checkoutId() != null && !holds.giveUp(draft.checkoutId())) {
            return Result.ORDERED;
        }
        act.run();
        return Result.DONE;
    }
}

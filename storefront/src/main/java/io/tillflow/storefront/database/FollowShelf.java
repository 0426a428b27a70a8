package io.tillflow.storefront.database;

import io.tillflow.storefront.catalogue.Shelf;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads the shelf anew a moment after any copy of the shop changed what stands on it; many changes, as of an import, at once. */
@Component
class FollowShelf {
    private final Shelf shelf;
    private final AtomicBoolean changed = new AtomicBoolean();

    FollowShelf(Shelf shelf, Notifications notifications) {
        this.shelf = shelf;
        notifications.onShelf(none -> changed.set(true));
    }

    @Scheduled(fixedDelayString = "${shop.shelf-follow:1s}")
    void read() {
        if (changed.getAndSet(false)) {
            try {
                shelf.reload();
            } catch (DataAccessException away) {
                changed.set(true);
            }
        }
    }
}

package io.tillflow.connectors.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event whose turn it is.
 *
 * @param attempts this one included
 * @param begunAt when the first attempt began whose outcome may count
 * @param goes false when it was set aside: an automation that it begins is paused or off
 * @param fenceKey a later message whose arrival in history proves that this one would be there too
 */
record Outgoing(
        long seq,
        String id,
        String type,
        String subject,
        String data,
        int attempts,
        boolean goes,
        Instant begunAt,
        @Nullable Long fenceKey) {}

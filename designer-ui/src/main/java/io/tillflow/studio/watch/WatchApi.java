package io.tillflow.studio.watch;

import io.tillflow.engine.history.Backlogs.Backlog;
import io.tillflow.engine.history.Stall;
import io.tillflow.studio.watch.Watch.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Silent stalls and backlogs for programs. */
@RestController
@RequestMapping("/api/v1")
class WatchApi {

    private final Watch watch;

    WatchApi(Watch watch) {
        this.watch = watch;
    }

    record Found(List<Stall> items, @Nullable Instant seenAt) {}

    /** One job type; the drain time is absent while the backlog does not shrink. */
    record Line(
            String type,
            long open,
            @Nullable Instant oldest,
            double arrivalsPerMinute,
            double donePerMinute,
            @Nullable Duration drain) {

        static Line of(Backlog backlog) {
            return new Line(
                    backlog.type(),
                    backlog.open(),
                    backlog.oldest().orElse(null),
                    backlog.perMinute(backlog.arrived()),
                    backlog.perMinute(backlog.done()),
                    backlog.drain().orElse(null));
        }
    }

    record Lines(List<Line> items, Instant seenAt) {}

    /** Of all instances as seen within the last quarter of a minute, or of one as it is now. */
    @GetMapping("/stalls")
    Found stalls(@RequestParam(defaultValue = "0") long instance) {
        Sight sight = watch.last();
        return instance > 0 ? new Found(watch.of(instance), null) : new Found(sight.stalls(), sight.at());
    }

    /** Per job type: what is open, and how many came and were finished a minute over the last quarter of an hour. */
    @GetMapping("/backlogs")
    Lines backlogs() {
        Sight sight = watch.last();
        return new Lines(sight.backlogs().stream().map(Line::of).toList(), sight.at());
    }
}

package io.tillflow.studio.instances;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import io.tillflow.engine.history.Facts.Moment;
import io.tillflow.engine.history.Facts.What;
import io.tillflow.engine.history.Timeline;
import io.tillflow.studio.instances.Stories.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A slider through the moments of an instance; at its right end is now. */
@Tag("tf-replay")
final class ReplayBar extends Component {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private List<Stop> stops = List.of();

    /** A place of the slider; the names are those the web component reads. */
    record Stop(long at, @Nullable String tone, String text) {}

    private record Shown(List<Stop> stops, boolean live) {}

    /** Tells which instant is looked at, empty for now. */
    ReplayBar(Consumer<Optional<Instant>> chosen) {
        getElement()
                .addEventListener(
                        "tf-moment",
                        event -> chosen.accept(
                                at(event.getEventData().get("event.detail.at").asLong(0))))
                .addEventData("event.detail.at");
    }

    private static Optional<Instant> at(long millis) {
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    void show(Story story) {
        List<Stop> fresh = stops(story);
        if (!fresh.equals(stops)) {
            stops = fresh;
            getElement()
                    .setProperty(
                            "moments",
                            JSON.writeValueAsString(new Shown(
                                    fresh, story.facts().instance().state().open())));
        }
    }

    /** Moves the slider to the end, as pressing "now" does. */
    void toNow() {
        getElement().callJsFunction("toNow");
    }

    private List<Stop> stops(Story story) {
        Map<Long, List<Moment>> byInstant = new LinkedHashMap<>();
        Timeline.of(story.facts())
                .forEach(it -> byInstant
                        // up, so that all of a moment is over at its stop
                        .computeIfAbsent(it.at().plusNanos(999_999).toEpochMilli(), at -> new ArrayList<>())
                        .add(it));
        List<Stop> stops = new ArrayList<>();
        byInstant.forEach((at, moments) -> stops.add(stop(story, at, moments)));
        return stops;
    }

    private Stop stop(Story story, long at, List<Moment> moments) {
        Moment telling = moments.stream()
                .filter(it -> tone(it.what()) != null)
                .findFirst()
                .orElse(moments.getLast());
        String words = getTranslation(
                "instances.moment." + telling.what().name().toLowerCase(Locale.ROOT),
                telling.elementId().isEmpty() ? "" : story.model().label(telling.elementId()));
        return new Stop(at, tone(telling.what()), words);
    }

    private static @Nullable String tone(What what) {
        return switch (what) {
            case INCIDENT -> "incident";
            case RESOLVED, COMPLETED -> "completed";
            case TERMINATED -> "cancelled";
            case MESSAGE, DECIDED -> "running";
            case STARTED, ENTERED, ENDED -> null;
        };
    }
}

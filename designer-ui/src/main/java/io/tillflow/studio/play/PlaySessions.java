package io.tillflow.studio.play;

import io.tillflow.studio.lint.ModelFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** The plays under way: few, because each has an engine with a JVM of its own, and none for longer than somebody looks at it. */
@Service
public class PlaySessions implements DisposableBean {

    private record Seat(PlaySession session, Instant usedAt) {}

    private final Plays plays;
    private final Examples examples;
    private final Clock clock;
    private final PlaySettings settings;
    private final Map<String, Seat> seats = new LinkedHashMap<>();
    private int starting;

    PlaySessions(Plays plays, Examples examples, Clock clock, PlaySettings settings) {
        this.plays = plays;
        this.examples = examples;
        this.clock = clock;
        this.settings = settings;
    }

    public int most() {
        return settings.sessions();
    }

    /** A fresh engine with the model and its companions on it; a person's former play of the model ends. */
    public PlaySession open(String modelId, int version, ModelFile file, String owner) {
        Playable playable = Playable.of(file);
        if (!playable.tooNew().isEmpty()) {
            throw new ScenarioRefused("Not playable here. " + playable.tooNew());
        }
        reserve(modelId, owner).forEach(PlaySession::close);
        try {
            PlaySession session = start(modelId, version, playable, owner);
            synchronized (this) {
                seats.put(session.id(), new Seat(session, clock.instant()));
            }
            return session;
        } finally {
            synchronized (this) {
                starting--;
            }
        }
    }

    private PlaySession start(String modelId, int version, Playable playable, String owner) {
        List<ModelFile> files = plays.files(playable.file(), List.of());
        PlayEngine engine = PlayEngine.start();
        try {
            engine.deploy(files);
            return new PlaySession(
                    UUID.randomUUID().toString(),
                    new PlaySession.Subject(modelId, version, playable, files, owner),
                    engine,
                    examples.proposals(modelId));
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    /** Makes room for one more; answers what must end for it. */
    private synchronized List<PlaySession> reserve(String modelId, String owner) {
        List<PlaySession> over = new ArrayList<>();
        seats.values().stream()
                .map(Seat::session)
                .filter(it -> it.subject().owner().equals(owner)
                        && it.subject().model().equals(modelId))
                .forEach(over::add);
        if (seats.size() - over.size() + starting >= settings.sessions()) {
            Seat longest = seats.values().stream()
                    .filter(it -> !over.contains(it.session()) && rested(it, settings.restForOthers()))
                    .min(Comparator.comparing(Seat::usedAt))
                    .orElseThrow(() -> new NoSeat(settings));
            over.add(longest.session());
        }
        over.forEach(it -> seats.remove(it.id()));
        starting++;
        return over;
    }

    /** A play of this person, which counts as used now. */
    public synchronized Optional<PlaySession> find(String id, String owner) {
        Seat seat = seats.get(id);
        if (seat == null || !seat.session().subject().owner().equals(owner)) {
            return Optional.empty();
        }
        seats.put(id, new Seat(seat.session(), clock.instant()));
        return Optional.of(seat.session());
    }

    /** The plays of this person. */
    public synchronized List<PlaySession> of(String owner) {
        return seats.values().stream()
                .map(Seat::session)
                .filter(it -> it.subject().owner().equals(owner))
                .toList();
    }

    /** Ends a play; repeating it changes nothing. */
    public void close(String id) {
        Seat seat;
        synchronized (this) {
            seat = seats.remove(id);
        }
        if (seat != null) {
            seat.session().close();
        }
    }

    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    void sweep() {
        List<String> over;
        synchronized (this) {
            over = seats.values().stream()
                    .filter(it -> rested(it, settings.longestRest()))
                    .map(it -> it.session().id())
                    .toList();
        }
        over.forEach(this::close);
    }

    private boolean rested(Seat seat, Duration rest) {
        return Duration.between(seat.usedAt(), clock.instant()).compareTo(rest) >= 0;
    }

    @Override
    public void destroy() {
        List<String> all;
        synchronized (this) {
            all = List.copyOf(seats.keySet());
        }
        all.forEach(this::close);
    }
}

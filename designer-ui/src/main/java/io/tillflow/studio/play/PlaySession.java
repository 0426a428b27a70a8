package io.tillflow.studio.play;

import io.tillflow.engine.CommandFailed;
import io.tillflow.engine.JobDesk.TakenJob;
import io.tillflow.engine.model.ProcessModels;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.play.Moment.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One process that a person plays by hand, on a sandbox engine of its own whose clock they hold. */
public final class PlaySession implements AutoCloseable {
    private static final int MOST_ANSWERS = 500;

    /** What is played, and by whom. */
    public record Subject(String model, int version, Playable playable, List<ModelFile> files, String owner) {}

    private final String id;
    private final Subject subject;
    private final PlayEngine engine;
    private final Proposals proposals;
    private final Wiring wiring;
    private final JobTray jobs;
    private Situation situation;
    private Chronicle chronicle;
    private Recording recording = new Recording();
    private Instant began;
    private int seen;

    PlaySession(String id, Subject subject, PlayEngine engine, Proposals proposals) {
        this.id = id;
        this.subject = subject;
        this.engine = engine;
        this.proposals = proposals;
        this.wiring = Wiring.of(subject.playable(), subject.files());
        this.jobs = new JobTray(engine);
        engine.holdClock();
        this.began = engine.now();
        this.situation = fresh();
        this.chronicle = chronicle();
    }

    public String id() {
        return id;
    }

    public Subject subject() {
        return subject;
    }

    /** Nothing has happened yet but what the deployment did: timers that start the process may run. */
    private Situation fresh() {
        Situation fresh = new Situation(subject.playable().processId());
        List<Event> log = engine.settled();
        log.stream()
                .filter(it -> it.valueType().equals("TIMER") && it.number("processInstanceKey") <= 0)
                .forEach(fresh::take);
        seen = log.size();
        return fresh;
    }

    private Chronicle chronicle() {
        return new Chronicle(ProcessModels.parse(subject.playable().file().text()));
    }

    /** Begins from nothing; what still runs is cancelled, and the example's answers are proposed. */
    public synchronized void restart(Script example) {
        new Story(engine.settled(), 0, subject.playable().processId())
                .openInstances()
                .forEach(this::cancel);
        jobs.clear();
        situation = fresh();
        chronicle = chronicle();
        recording = new Recording();
        began = engine.now();
        proposals.follow(example);
    }

    private void cancel(long instance) {
        try {
            engine.cancel(instance);
        } catch (CommandFailed gone) {
            // it ended by itself meanwhile
        }
    }

    public synchronized Scene scene() {
        return new Waits(subject, wiring, proposals).scene(id, this);
    }

    /** Does what a line of a scenario says. */
    public synchronized void take(Step step) {
        switch (step) {
            case Step.Start start -> start(start);
            case Step.Answer(var name, var reply) -> answer(job(name), reply);
            case Step.Publish message -> publish(message);
            case Step.Broadcast signal -> broadcast(signal);
            case Step.Complete(var task, var variables) -> {
                Event open = situation
                        .task(task)
                        .orElseThrow(() -> new ScenarioRefused("No task " + task + " is open; " + where()));
                engine.completeTask(open, variables.toString());
                proposals.completed(task);
                recording.did(step);
                settle();
            }
            case Step.Pass(var time) -> pass(time);
            case Step.Retry(var element) -> retry(element);
            case Step.Expect expect ->
                throw new ScenarioRefused("What is expected belongs into a scenario; here it can be seen.");
        }
    }

    private void start(Step.Start start) {
        if (situation.started() && !situation.ended()) {
            throw new ScenarioRefused("It is under way already; begin again first.");
        }
        engine.begin(start);
        recording.did(start);
        settle();
        if (!situation.started()) {
            recording = new Recording();
            throw new ScenarioRefused(
                    "Nothing started: no start event of " + subject.playable().processId() + " listens to that.");
        }
    }

    private void publish(Step.Publish message) {
        int before = situation.heard();
        engine.publish(
                message.message(), message.key(), message.variables().toString(), message.heard() == Step.Heard.LATER);
        settle();
        boolean heard = situation.heard() > before;
        if (heard) {
            proposals.heard(message.message());
        } else {
            chronicle.add(new Moment(engine.now(), Kind.UNHEARD, "", message.message()));
        }
        Step.Heard when =
                heard ? Step.Heard.NOW : message.heard() == Step.Heard.LATER ? Step.Heard.LATER : Step.Heard.NEVER;
        recording.did(new Step.Publish(message.message(), message.key(), message.variables(), when));
    }

    private void broadcast(Step.Broadcast signal) {
        if (situation.signals().stream().noneMatch(it -> it.text("signalName").equals(signal.signal()))) {
            throw new ScenarioRefused("Nobody waits for the signal " + signal.signal() + "; " + where());
        }
        engine.broadcast(signal.signal(), signal.variables().toString());
        recording.did(signal);
        settle();
    }

    private void pass(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new ScenarioRefused("Time goes forward only, but not by " + time + ".");
        }
        engine.pass(time);
        recording.did(new Step.Pass(time));
        chronicle.add(new Moment(engine.now(), Kind.TIME, "", time.toString()));
        settle();
    }

    /** Lets time go by until the next timer is due. */
    public synchronized void passToNextTimer() {
        Instant due = situation.timers().stream()
                .map(Situation.Running::due)
                .min(Instant::compareTo)
                .orElseThrow(() -> new ScenarioRefused("No timer runs; " + where()));
        passUntil(due);
    }

    /** Lets time go by until this instant on the engine's clock; what is due before fires, too. */
    public synchronized void passUntil(Instant due) {
        long millis = Math.max(1, Duration.between(engine.now(), due).toMillis());
        pass(Duration.ofSeconds(Math.ceilDiv(millis, 1000)));
    }

    private void retry(String element) {
        Event incident = situation.incidents().stream()
                .filter(it -> it.text("elementId").equals(element))
                .findFirst()
                .orElseThrow(() -> new ScenarioRefused("No incident is open at " + element + "; " + where()));
        engine.retry(incident.key(), incident.number("jobKey"));
        recording.did(new Step.Retry(element));
        settle();
    }

    /** Answers a job that waits. */
    public synchronized void answer(long jobKey, Reply reply) {
        TakenJob job =
                jobs.work(jobKey).orElseThrow(() -> new ScenarioRefused("That job does not wait any more; " + where()));
        switch (reply) {
            case Reply.Done(var variables) -> engine.desk().complete(jobKey, variables.toString());
            case Reply.Throws(var code, var variables) -> engine.desk().throwError(jobKey, code, variables.toString());
            case Reply.GivesUp(var message) -> engine.desk().giveUp(jobKey, message);
        }
        proposals.replied(job.elementId(), job.type());
        recording.answered(job.elementId(), job.type(), reply);
        settle();
    }

    private long job(String name) {
        return jobs.work(name)
                .map(TakenJob::key)
                .orElseThrow(() -> new ScenarioRefused("No job " + name + " waits; " + where()));
    }

    /** Answers the job that waits longest as proposed; false when none waits. */
    public synchronized boolean next() {
        Optional<TakenJob> next = jobs.work().stream().findFirst();
        next.ifPresent(job -> answer(job.key(), proposals.reply(job.elementId(), job.type())));
        return next.isPresent();
    }

    /** Answers jobs as proposed until only people, messages, timers and operators can go on. */
    public synchronized void run() {
        for (int answered = 0; next(); answered++) {
            if (answered >= MOST_ANSWERS) {
                throw new ScenarioRefused("It does not come to rest: " + MOST_ANSWERS + " jobs were answered.");
            }
        }
    }

    /** What was played, as a scenario that expects the same outcome again. */
    public synchronized Scenario recorded(String name) {
        String unsavable = unsavable();
        if (!unsavable.isEmpty()) {
            throw new ScenarioRefused(unsavable);
        }
        List<String> path = situation.path();
        boolean ended = situation.ended();
        Step.Expect outcome = new Step.Expect(
                path,
                List.of(),
                List.of(),
                ended ? List.of() : situation.at(),
                ended ? path.getLast() : null,
                situation.incidents().stream().map(it -> it.text("elementId")).toList(),
                Map.of(),
                Map.of());
        return recording.scenario(name, outcome);
    }

    String unsavable() {
        if (recording.isEmpty() || !situation.started()) {
            return "Nothing was played yet.";
        }
        return jobs.work().isEmpty() ? "" : "Answer the waiting jobs first: in a scenario somebody answers every job.";
    }

    private void settle() {
        List<Event> log = engine.settled();
        for (; seen < log.size(); seen++) {
            situation.take(log.get(seen));
            chronicle.take(log.get(seen));
            jobs.note(log.get(seen));
        }
        jobs.fill();
    }

    private String where() {
        return situation.ended() ? "it has ended." : "tokens are at " + situation.at() + ".";
    }

    Situation situation() {
        return situation;
    }

    JobTray jobs() {
        return jobs;
    }

    List<Moment> log() {
        return chronicle.lines();
    }

    Instant began() {
        return began;
    }

    Instant now() {
        return engine.now();
    }

    @Override
    public synchronized void close() {
        engine.close();
    }
}

package io.tillflow.studio.play;

import io.tillflow.engine.JobDesk.TakenJob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what a play shows: what happened, and what it waits for with what is likely said to it. */
record Waits(PlaySession.Subject subject, Wiring wiring, Proposals proposals) {
    private static final JsonMapper JSON = new JsonMapper();

    Scene scene(String id, PlaySession play) {
        Situation now = play.situation();
        Scene.State state =
                !now.started() ? Scene.State.FRESH : now.ended() ? Scene.State.ENDED : Scene.State.UNDER_WAY;
        return new Scene(
                id,
                subject.model(),
                subject.version(),
                subject.playable().processId(),
                state,
                play.began(),
                play.now(),
                all(play, now),
                now.at(),
                now.passed(),
                now.cancelled(),
                now.flows(),
                play.log(),
                now.decisions(),
                now.variables(),
                play.unsavable());
    }

    /** What needs somebody first, then what can happen. */
    private List<Wait> all(PlaySession play, Situation now) {
        List<Wait> waits = new ArrayList<>();
        now.incidents()
                .forEach(it -> waits.add(new Wait.ForRepair(it.key(), it.text("elementId"), it.text("errorMessage"))));
        play.jobs().work().forEach(it -> waits.add(worker(it)));
        play.jobs().tasks().forEach(it -> waits.add(person(it.key(), it.elementId(), JSON.readTree(it.variables()))));
        now.ownTasks().forEach(it -> waits.add(person(it.key(), it.text("elementId"), now.dataAt(it))));
        now.listening().stream()
                .sorted(Comparator.comparing(it -> !proposals.isNext(it.message())))
                .forEach(it -> waits.add(new Wait.ForMessage(
                        it.elementId(),
                        it.message(),
                        it.correlationKey(),
                        proposals.message(it.message()),
                        proposals.isNext(it.message()))));
        now.signals().forEach(it -> waits.add(new Wait.ForSignal(it.text("catchEventId"), it.text("signalName"))));
        now.timers().stream()
                .sorted(Comparator.comparing(Situation.Running::due))
                .forEach(it -> waits.add(new Wait.ForTime(it.elementId(), it.due())));
        return waits;
    }

    private Wait worker(TakenJob job) {
        Reply reply = proposals.reply(job.elementId(), job.type());
        Set<String> errors = new LinkedHashSet<>(wiring.errors().getOrDefault(job.elementId(), List.of()));
        errors.addAll(Contract.shipped().errors(job.type()));
        JsonNode input = JSON.readTree(job.variables());
        return switch (reply) {
            case Reply.Done(var variables) ->
                new Wait.ForWorker(job.key(), job.elementId(), job.type(), input, variables, "", List.copyOf(errors));
            case Reply.Throws(var code, var variables) -> {
                errors.add(code);
                yield new Wait.ForWorker(
                        job.key(), job.elementId(), job.type(), input, variables, code, List.copyOf(errors));
            }
            case Reply.GivesUp ignored ->
                new Wait.ForWorker(
                        job.key(),
                        job.elementId(),
                        job.type(),
                        input,
                        JSON.createObjectNode(),
                        "",
                        List.copyOf(errors));
        };
    }

    private Wait person(long key, String element, JsonNode data) {
        return new Wait.ForPerson(
                key, element, wiring.forms().getOrDefault(element, ""), data, proposals.task(element));
    }
}

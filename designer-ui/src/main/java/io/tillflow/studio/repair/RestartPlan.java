package io.tillflow.studio.repair;

import io.tillflow.studio.repair.MigrationAdvice.Mapped;
import io.tillflow.studio.repair.Plan.Problem;
import java.util.List;

/**
 * What it would mean to end an instance and to begin another one in its place.
 *
 * @param standing where it stands, and where the other one would begin for that; nowhere when the version has nothing like it
 * @param at before which elements the other one would begin
 * @param kept names of the variables that go along
 * @param left what does not go along, at the element it belongs to
 * @param anew what begins again from its own beginning
 */
public record RestartPlan(
        String targetDefinitionKey,
        int targetVersion,
        List<Mapped> standing,
        List<String> at,
        List<String> kept,
        List<Problem> left,
        List<Problem> anew,
        List<Problem> problems) {

    /** A variable of the new instance: the key of the one whose place it took. By it a try is found that nobody answered. */
    public static final String MARK = "restartOf";

    public boolean possible() {
        return problems.isEmpty();
    }
}

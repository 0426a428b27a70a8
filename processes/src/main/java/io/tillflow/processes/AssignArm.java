package io.tillflow.processes;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Input of {@link JobType#INTELLIGENCE_ASSIGN_ARM}: an experiment as it is drawn, and who takes part. */
public record AssignArm(
        @Field(
                label = "Experiment",
                help =
                        "Its name: lower-case letters, digits and dashes. It begins with the first unit that comes here.",
                from = "new-experiment")
        String experiment,

        @Field(
                label = "Version",
                help =
                        "Raise it whenever anything below is changed: units are drawn anew, and the old figures stay apart.",
                from = "=1")
        int version,

        @Field(
                label = "Unit",
                help = "Who or what is treated one way or the other, by an id: a customer, an order. It keeps its arm.",
                from = "=customer.accountId")
        String unit,

        @Field(
                label = "Arms",
                help = "FEEL context: each arm with its share in percent; together 100.",
                from = "={usual: 50, new: 50}",
                lines = true)
        Map<String, Double> arms,

        @Field(
                label = "Hold-out",
                help =
                        "Percent of all units that no arm is tried on: they get the arm hold-out. The same units in every experiment.",
                from = "=0")
        @Nullable
        Double holdOut,

        @Field(
                label = "Usual arm",
                help =
                        "What is compared with, and what everybody gets while the experiment is stopped; the first by name when empty.")
        @Nullable
        String usual,

        @Field(
                label = "Goal",
                help =
                        "What counts: whether the unit ordered, what it spent in minor units (both: unit is an account or a customer), or whether its instance reached elements.",
                choices = {"ordered", "revenue", "reached"})
        String goal,

        @Field(
                label = "Elements",
                help = "Ids of elements of which reaching one is the goal, apart by commas.",
                when = "goal",
                whenOneOf = "reached")
        @Nullable
        String goalElements,

        @Field(
                label = "Within",
                help = "How long after the unit came here counts, for instance P7D or PT2H; nobody is judged earlier.",
                from = "P7D")
        String within,

        @Field(
                label = "Worth finding",
                help = "The smallest difference that would matter: percentage points, or minor units for revenue.",
                from = "=2")
        double worthwhile,

        @Field(
                label = "Layer",
                help =
                        "Experiments of one layer share its units out: no unit is in two of them. Empty: a layer of its own.")
        @Nullable
        String layer,

        @Field(label = "Part of the layer", help = "From and to in percent, for instance 0-50.") @Nullable
        String layerPart) {
    /** Refuses what no worker could use. */
    public AssignArm {
        Given.text("experiment", experiment);
        Given.count("version", version);
        Given.text("unit", unit);
        Given.filled("arms", arms);
        Given.text("goal", goal);
        Given.text("within", within);
    }
}

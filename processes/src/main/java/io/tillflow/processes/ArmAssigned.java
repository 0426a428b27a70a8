package io.tillflow.processes;

/** Output of {@link JobType#INTELLIGENCE_ASSIGN_ARM}. */
public record ArmAssigned(
        @Field(label = "Arm", help = "One of the arms, or hold-out; the same whenever this unit comes again.")
        String arm) {}

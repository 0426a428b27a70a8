package io.tillflow.exporter.projection;

/** Says what the events of one value type do to the rows. */
@FunctionalInterface
interface Projector {
    void apply(RecordLine event, Changes changes);
}

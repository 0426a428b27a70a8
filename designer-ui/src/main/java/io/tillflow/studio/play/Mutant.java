package io.tillflow.studio.play;

/**
 * A model with one mistake built in.
 *
 * @param kind swapped branch, dropped boundary event, changed bound, removed task
 * @param elementId where the mistake is
 * @param source the model with the mistake
 */
record Mutant(String kind, String elementId, String what, String source) {}

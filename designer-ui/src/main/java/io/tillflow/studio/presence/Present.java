package io.tillflow.studio.presence;

import java.time.Instant;

/**
 * A window in which somebody has a model's editor open.
 *
 * @param unsaved whether something is drawn in it that no version holds
 */
public record Present(String window, String name, Instant since, boolean unsaved) {}

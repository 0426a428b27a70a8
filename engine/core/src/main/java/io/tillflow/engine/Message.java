package io.tillflow.engine;

import java.time.Duration;

/**
 * A message to publish.
 *
 * @param id the broker ignores a second message with the same name, correlation key and id while the first is buffered
 * @param variables a JSON object
 */
public record Message(String name, String correlationKey, String id, Duration timeToLive, String variables) {}

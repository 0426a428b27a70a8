package io.tillflow.connectors.intelligence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How models are trained.
 *
 * @param modelsJar the program that trains, with its libraries in the folder {@code lib} beside it; blank when there is none here
 * @param memory the most heap it takes
 * @param limit how long one training may take
 * @param nightly when each model is trained without being asked for, as a cron expression in UTC; {@code -} for never
 */
@ConfigurationProperties("tillflow.training")
record TrainingSettings(
        @DefaultValue("") String modelsJar,
        @DefaultValue("512m") String memory,
        @DefaultValue("10m") Duration limit,
        @DefaultValue("0 40 2 * * *") String nightly) {}

package io.tillflow.connectors.experiments;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExperimentSettings.class)
class ExperimentsConfiguration {}

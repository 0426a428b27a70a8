package io.tillflow.connectors.settings;

import io.tillflow.connectors.data.analytics.Analytics;
import io.tillflow.connectors.data.analytics.local.LocalAnalytics;
import io.tillflow.connectors.data.analytics.local.ShopFigures;
import io.tillflow.connectors.data.analytics.posthog.PostHogAnalytics;
import io.tillflow.connectors.data.exports.ExportBook;
import io.tillflow.connectors.data.exports.Exporter;
import io.tillflow.connectors.data.exports.ReportingRows;
import io.tillflow.connectors.data.files.FileStore;
import io.tillflow.connectors.data.reporting.Reporting;
import io.tillflow.connectors.guard.Family;
import io.tillflow.connectors.guard.ProviderGuards;
import io.tillflow.connectors.secrets.SecretName;
import io.tillflow.connectors.secrets.Secrets;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who counts events, our own database or PostHog, and exports of the shop's figures. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnalyticsSettings.class)
class AnalyticsConfiguration {
    private static final String POSTHOG = "posthog";
    private static final String USER = "analytics (posthog)";
    private static final SecretName PROJECT_KEY = new SecretName("POSTHOG_PROJECT_KEY");
    private static final SecretName PERSONAL_KEY = new SecretName("POSTHOG_PERSONAL_KEY");

    @Bean
    Family analyticsFamily(AnalyticsSettings settings) {
        return new Family("analytics", settings.provider(), List.of("local", POSTHOG));
    }

    @Bean
    Analytics analytics(
            AnalyticsSettings settings, Secrets secrets, ProviderGuards guards, JdbcClient database, Clock clock) {
        Analytics chosen = settings.provider().equals(POSTHOG)
                ? new PostHogAnalytics(
                        settings.posthog().complete(),
                        new PostHogAnalytics.Keys(
                                () -> secrets.value(PROJECT_KEY, USER), () -> secrets.value(PERSONAL_KEY, USER)),
                        clock)
                : new LocalAnalytics(database);
        return guards.around(Analytics.class, chosen, analyticsFamily(settings));
    }

    @Bean
    ShopFigures shopFigures(JdbcClient database) {
        return new ShopFigures(database);
    }

    @Bean
    Reporting reporting(DataSource database) {
        return new Reporting(database);
    }

    @Bean
    ExportBook exportBook(JdbcClient database, Clock clock) {
        return new ExportBook(database, clock);
    }

    @Bean
    Exporter exporter(ExportBook book, DataSource database, FileStore store, Clock clock) {
        return new Exporter(book, new ReportingRows(database), store, clock);
    }
}

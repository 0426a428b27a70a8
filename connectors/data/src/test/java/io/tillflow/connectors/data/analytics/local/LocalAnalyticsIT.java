package io.tillflow.connectors.data.analytics.local;

import io.tillflow.connectors.data.analytics.Analytics;
import io.tillflow.connectors.data.analytics.AnalyticsContract;
import io.tillflow.connectors.provider.TestDatabase;

class LocalAnalyticsIT extends AnalyticsContract {
    private final LocalAnalytics local = new LocalAnalytics(TestDatabase.jdbc());

    @Override
    protected Analytics analytics() {
        return local;
    }
}

package io.tillflow.launcher.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.launcher.settings.Settings;
import io.tillflow.launcher.suite.App.Which;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an app is started, and which variables of whoever starts the suite reach it. */
class AppTest {
    @TempDir
    Path home;

    @Test
    void theConnectorsHearWhichProvidersThereAreAndNobodyElseDoes() {
        assertThat(variables(Which.CONNECTORS))
                .containsEntry("TILLFLOW_PAYMENTS_PROVIDER", "stripe")
                .containsEntry("TILLFLOW_SECRET_STRIPE_API_KEY", "sk_test_1")
                .containsEntry("TILLFLOW_LOYALTY_URL", "https://loyalty.example")
                .doesNotContainKeys("SOMETHING_ELSE", "TILLFLOW_MEMORY_STUDIO");
        assertThat(variables(Which.STOREFRONT))
                .containsEntry("TILLFLOW_SHOP_FORWARDED_HEADERS", "native")
                .doesNotContainKeys("TILLFLOW_SECRET_STRIPE_API_KEY", "TILLFLOW_LOYALTY_URL");
        assertThat(variables(Which.STUDIO))
                .doesNotContainKeys("TILLFLOW_SECRET_STRIPE_API_KEY", "TILLFLOW_LOYALTY_URL");
    }

    @Test
    void whatTheSuiteSaysItselfWins() {
        assertThat(variables(Which.CONNECTORS)).containsEntry("TILLFLOW_SERVICE_TOKEN", "of the suite");
    }

    @Test
    void aShopWithSettingsOfItsOwnFindsItsBeansWhenItStarts() {
        assertThat(arguments(Which.STOREFRONT, Map.of())).contains(Jvm.BEANS_KNOWN_AHEAD);
        assertThat(arguments(Which.STOREFRONT, Map.of("TILLFLOW_SHOP_FORWARDED_HEADERS", "framework")))
                .doesNotContain(Jvm.BEANS_KNOWN_AHEAD);
    }

    @Test
    void connectorsOfASecuredClusterFindTheirBeansWhenTheyStart() {
        assertThat(arguments(Which.CONNECTORS, Map.of("TILLFLOW_PAYMENTS_PROVIDER", "stripe")))
                .contains(Jvm.BEANS_KNOWN_AHEAD);
        assertThat(arguments(Which.CONNECTORS, Map.of("TILLFLOW_OAUTH_CLIENT_ID", "shop")))
                .doesNotContain(Jvm.BEANS_KNOWN_AHEAD);
    }

    private List<String> arguments(Which which, Map<String, String> environment) {
        Settings settings = Settings.load(home, environment, Map.of());
        return new App(which, settings, Map.of()).command().arguments();
    }

    private Map<String, String> variables(Which which) {
        Map<String, String> environment = Map.of(
                "TILLFLOW_PAYMENTS_PROVIDER", "stripe",
                "TILLFLOW_SECRET_STRIPE_API_KEY", "sk_test_1",
                "TILLFLOW_LOYALTY_URL", "https://loyalty.example",
                "TILLFLOW_SHOP_FORWARDED_HEADERS", "native",
                "TILLFLOW_SERVICE_TOKEN", "of whoever starts it",
                "TILLFLOW_MEMORY_STUDIO", "600m",
                "SOMETHING_ELSE", "1");
        Settings settings = Settings.load(home, environment, Map.of());
        return new App(which, settings, Map.of("TILLFLOW_SERVICE_TOKEN", "of the suite"))
                .command()
                .environment();
    }
}

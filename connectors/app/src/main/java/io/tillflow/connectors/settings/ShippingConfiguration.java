package io.tillflow.connectors.settings;

import io.tillflow.connectors.guard.Family;
import io.tillflow.connectors.guard.ProviderGuards;
import io.tillflow.connectors.secrets.SecretName;
import io.tillflow.connectors.secrets.Secrets;
import io.tillflow.connectors.shipping.Shipping;
import io.tillflow.connectors.shipping.easypost.EasyPostShipping;
import io.tillflow.connectors.shipping.sandbox.SandboxShipping;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Who takes parcels: the sandbox, or EasyPost with its key from the secrets. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ShippingSettings.class)
class ShippingConfiguration {
    private static final String EASYPOST = "easypost";
    private static final SecretName EASYPOST_API_KEY = new SecretName("EASYPOST_API_KEY");

    @Bean
    Family shippingFamily(ShippingSettings settings) {
        return new Family("shipping", settings.provider(), List.of("sandbox", EASYPOST));
    }

    @Bean
    @Primary
    Shipping shipping(
            ShippingSettings settings, SandboxShipping sandbox, Secrets secrets, Guarded guarded, Clock clock) {
        Shipping chosen = settings.provider().equals(EASYPOST)
                ? new EasyPostShipping(
                        settings.endpoint(),
                        () -> secrets.value(EASYPOST_API_KEY, "shipping (easypost)"),
                        settings.from().sender(),
                        settings.timeout(),
                        clock)
                : sandbox;
        return guarded.guards().around(Shipping.class, chosen, guarded.family());
    }

    /** What stands before each provider of a family. */
    record Guarded(ProviderGuards guards, Family family) {}

    @Bean
    Guarded guardedShipping(ProviderGuards guards, @Qualifier("shippingFamily") Family family) {
        return new Guarded(guards, family);
    }
}

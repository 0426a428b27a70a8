package io.tillflow.connectors.settings;

import io.tillflow.connectors.guard.Family;
import io.tillflow.connectors.guard.ProviderGuards;
import io.tillflow.connectors.payments.Payments;
import io.tillflow.connectors.payments.sandbox.SandboxPayments;
import io.tillflow.connectors.payments.stripe.StripePayments;
import io.tillflow.connectors.secrets.SecretName;
import io.tillflow.connectors.secrets.Secrets;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Who takes the money: the sandbox, or Stripe with its key from the secrets. */
@Configuration(proxyBeanMethods = false)
class PaymentsConfiguration {
    private static final String STRIPE = "stripe";
    private static final SecretName STRIPE_API_KEY = new SecretName("STRIPE_API_KEY");

    @Bean
    Family paymentsFamily(ConnectorsSettings settings) {
        return new Family("payments", settings.paymentsProvider(), List.of("sandbox", STRIPE));
    }

    @Bean
    StripePayments stripePayments(Secrets secrets, ConnectorsSettings settings, Clock clock) {
        return new StripePayments(
                settings.stripe().endpoint(),
                () -> secrets.value(STRIPE_API_KEY, "payments (stripe)"),
                settings.shopPublicUrl(),
                settings.stripe().timeout(),
                clock);
    }

    @Bean
    @Primary
    Payments payments(
            @Qualifier("paymentsFamily") Family family,
            SandboxPayments sandbox,
            StripePayments stripe,
            ProviderGuards guards) {
        return guards.around(Payments.class, family.provider().equals(STRIPE) ? stripe : sandbox, family);
    }
}

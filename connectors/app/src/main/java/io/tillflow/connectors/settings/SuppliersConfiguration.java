package io.tillflow.connectors.settings;

import io.tillflow.connectors.guard.Family;
import io.tillflow.connectors.guard.ProviderGuards;
import io.tillflow.connectors.provider.sandbox.Faults;
import io.tillflow.connectors.provider.sandbox.IdempotentCalls;
import io.tillflow.connectors.provider.sandbox.Webhooks;
import io.tillflow.connectors.secrets.SecretName;
import io.tillflow.connectors.secrets.Secrets;
import io.tillflow.connectors.suppliers.Suppliers;
import io.tillflow.connectors.suppliers.rest.RestSuppliers;
import io.tillflow.connectors.suppliers.sandbox.Dispatches;
import io.tillflow.connectors.suppliers.sandbox.PurchaseBook;
import io.tillflow.connectors.suppliers.sandbox.SandboxSuppliers;
import io.tillflow.connectors.suppliers.sandbox.SandboxSuppliersSettings;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From whom the shop buys: the sandbox's suppliers, or a service behind which others are. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SuppliersSettings.class)
class SuppliersConfiguration {
    private static final String REST = "rest";
    private static final SecretName TOKEN = new SecretName("SUPPLIERS_TOKEN");

    @Bean
    Family suppliersFamily(SuppliersSettings settings) {
        return new Family("suppliers", settings.provider(), List.of("sandbox", REST));
    }

    @Bean
    @Primary
    Suppliers suppliers(
            SuppliersSettings settings,
            SandboxSuppliers sandbox,
            Outside outside,
            @Qualifier("suppliersFamily") Family family) {
        Suppliers chosen = settings.provider().equals(REST)
                ? new RestSuppliers(
                        settings.service(),
                        () -> outside.secrets().value(TOKEN, "suppliers (rest)"),
                        settings.timeout(),
                        outside.clock())
                : sandbox;
        return outside.guards().around(Suppliers.class, chosen, family);
    }

    /** What a supplier that is not the sandbox's needs. */
    record Outside(Secrets secrets, ProviderGuards guards, Clock clock) {}

    @Bean
    Outside outsideSuppliers(Secrets secrets, ProviderGuards guards, Clock clock) {
        return new Outside(secrets, guards, clock);
    }

    @Bean
    PurchaseBook purchaseBook(JdbcClient database, Clock clock) {
        return new PurchaseBook(database, clock);
    }

    @Bean
    SandboxSuppliersSettings sandboxSuppliersSettings(ConnectorsSettings settings) {
        return new SandboxSuppliersSettings(
                settings.sandbox().confirmation(), settings.sandbox().supply());
    }

    @Bean
    SandboxSuppliers sandboxSuppliers(
            PurchaseBook book, IdempotentCalls calls, Faults faults, SandboxSuppliersSettings settings, Clock clock) {
        return new SandboxSuppliers(book, calls, faults, settings, clock);
    }

    @Bean
    Dispatches dispatches(
            PurchaseBook book,
            Webhooks webhooks,
            SandboxSuppliersSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        return new Dispatches(book, webhooks, settings, transaction, clock);
    }
}

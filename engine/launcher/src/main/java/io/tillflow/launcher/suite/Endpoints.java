package io.tillflow.launcher.suite;

import io.tillflow.launcher.settings.Port;
import io.tillflow.launcher.settings.Ports;
import io.tillflow.launcher.settings.Secrets;
import io.tillflow.launcher.settings.Secrets.Secret;
import io.tillflow.launcher.settings.Setting;
import io.tillflow.launcher.settings.Settings;
import java.net.URI;

/** Where a running suite's parts answer, and the tokens they take. */
public record Endpoints(
        URI shop,
        URI studio,
        URI connectors,
        URI gateway,
        URI brokerManagement,
        Database database,
        String serviceToken,
        String cliToken,
        String adminPassword) {

    public static Endpoints of(Settings settings, Secrets secrets) {
        Ports ports = settings.ports();
        return new Endpoints(
                ports.url(Port.SHOP),
                ports.url(Port.STUDIO),
                ports.url(Port.CONNECTORS),
                settings.given(Setting.GATEWAY).map(URI::create).orElse(ports.url(Port.GATEWAY)),
                ports.url(Port.BROKER_MANAGEMENT),
                Database.of(settings, secrets),
                secrets.get(Secret.SERVICE_TOKEN),
                secrets.get(Secret.CLI_TOKEN),
                SharedEnvironment.adminPassword(settings, secrets));
    }

    /** Tokens and passwords stay out of logs. */
    @Override
    public String toString() {
        return "Endpoints[shop=" + shop + ", studio=" + studio + ", connectors=" + connectors + "]";
    }
}

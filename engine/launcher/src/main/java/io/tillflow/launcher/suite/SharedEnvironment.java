package io.tillflow.launcher.suite;

import io.tillflow.launcher.settings.Port;
import io.tillflow.launcher.settings.Ports;
import io.tillflow.launcher.settings.Secrets;
import io.tillflow.launcher.settings.Secrets.Secret;
import io.tillflow.launcher.settings.Setting;
import io.tillflow.launcher.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The variables every app gets.
 *
 * @see "docs/architecture.md, Settings every app reads"
 */
final class SharedEnvironment {

    /** Seals the connectors' secrets; no other app gets it. */
    static final String SECRETS_KEY = "TILLFLOW_SECRETS_KEY";

    private static final List<Setting> OAUTH =
            List.of(Setting.OAUTH_ISSUER, Setting.OAUTH_CLIENT_ID, Setting.OAUTH_CLIENT_SECRET, Setting.OAUTH_AUDIENCE);

    private SharedEnvironment() {}

    static Map<String, String> of(Settings settings, Secrets secrets, Database database) {
        Ports ports = settings.ports();
        Map<String, String> variables = new TreeMap<>();
        variables.put("TILLFLOW_DATABASE_URL", database.url());
        variables.put("TILLFLOW_DATABASE_USER", database.user());
        variables.put("TILLFLOW_DATABASE_PASSWORD", database.password());
        variables.put("TILLFLOW_GATEWAY", settings.given(Setting.GATEWAY).orElse("" + ports.url(Port.GATEWAY)));
        variables.put(
                "TILLFLOW_GATEWAY_REST",
                settings.given(Setting.GATEWAY_REST).orElse("" + ports.url(Port.GATEWAY_REST)));
        OAUTH.forEach(setting -> settings.given(setting).ifPresent(value -> variables.put(setting.variable(), value)));
        variables.put("TILLFLOW_SHOP_URL", "" + ports.url(Port.SHOP));
        variables.put("TILLFLOW_CONNECTORS_URL", "" + ports.url(Port.CONNECTORS));
        variables.put("TILLFLOW_STUDIO_URL", "" + ports.url(Port.STUDIO));
        variables.put(
                "TILLFLOW_SHOP_PUBLIC_URL",
                settings.given(Setting.SHOP_PUBLIC_URL).orElse("http://localhost:" + ports.of(Port.SHOP)));
        variables.put(Setting.SHOP_MEANING.variable(), settings.text(Setting.SHOP_MEANING));
        variables.put("TILLFLOW_SERVICE_TOKEN", secrets.get(Secret.SERVICE_TOKEN));
        variables.put("TILLFLOW_WEBHOOK_SECRET", secrets.get(Secret.WEBHOOK_SECRET));
        variables.put(SECRETS_KEY, secrets.get(Secret.SECRETS_KEY));
        variables.put("TILLFLOW_CLI_TOKEN", secrets.get(Secret.CLI_TOKEN));
        variables.put("TILLFLOW_ADMIN_PASSWORD", adminPassword(settings, secrets));
        variables.put("TILLFLOW_SMTP_HOST", settings.given(Setting.SMTP_HOST).orElse("127.0.0.1"));
        variables.put("TILLFLOW_SMTP_PORT", settings.given(Setting.SMTP_PORT).orElse("" + ports.of(Port.MAIL)));
        return variables;
    }

    static String adminPassword(Settings settings, Secrets secrets) {
        return settings.given(Setting.ADMIN_PASSWORD).orElse(secrets.get(Secret.ADMIN_PASSWORD));
    }
}

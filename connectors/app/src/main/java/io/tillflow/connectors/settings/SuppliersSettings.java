package io.tillflow.connectors.settings;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From whom the shop buys.
 *
 * @param url where the suppliers' service is; blank with the sandbox
 */
@ConfigurationProperties("tillflow.suppliers")
record SuppliersSettings(
        @DefaultValue("sandbox") String provider,
        @DefaultValue("") String url,
        @DefaultValue("20s") Duration timeout) {
    /** Complete, or the start stops with a sentence. */
    URI service() {
        if (!url.matches("https?://[^/\\s]+(/\\S*)?")) {
            throw new IllegalArgumentException(
                    "expected where the suppliers' service is, but TILLFLOW_SUPPLIERS_URL is '" + url
                            + "': set it to an address like https://suppliers.example.com/api");
        }
        return URI.create(url.replaceFirst("/+$", ""));
    }
}

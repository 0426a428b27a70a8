package io.tillflow.storefront;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** What the shop must be told before it starts, and what it may be told. */
@Validated
@ConfigurationProperties("shop")
public record ShopSettings(
        @NotNull URI publicUrl,
        @NotNull URI connectorsUrl,

        @NotBlank(message = "set TILLFLOW_SERVICE_TOKEN: the other parts sign their calls with it")
        String serviceToken,

        @DefaultValue("15m") Duration holdFor,
        @DefaultValue("3s") Duration paymentTimeout,
        @DefaultValue("5s") Duration intakeTimeout,
        @DefaultValue("Europe/Berlin") ZoneId zone,
        @DefaultValue("15:00") LocalTime orderBy,
        @DefaultValue List<String> paymentHosts) {

    /** Whether shoppers come over https. */
    public boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }

    /** An address a shopper can open, for example in an e-mail. */
    public String publicUrl(String path) {
        return publicUrl.toString().replaceAll("/$", "") + path;
    }
}

package io.tillflow.storefront.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.storefront.ShopSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class CallLimitTest {
    private static final String REMEDY = "Set TILLFLOW_SHOP_FORWARDED_HEADERS=native";

    @Test
    void saysOnceThatTheWordOfAProxyIsNotBelieved(CapturedOutput log) throws Exception {
        CallLimit limit = limit(ForwardHeadersStrategy.NONE);
        call(limit, null);
        assertThat(log).doesNotContain(REMEDY);
        call(limit, "203.0.113.7");
        call(limit, "203.0.113.8");
        assertThat(log.getOut()).containsOnlyOnce(REMEDY);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void saysNothingWhereItIsBelieved(ForwardHeadersStrategy strategy, CapturedOutput log) throws Exception {
        call(limit(strategy), "203.0.113.7");
        assertThat(log).doesNotContain(REMEDY);
    }

    private static void call(CallLimit limit, @Nullable String forwardedFor) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/shop");
        if (forwardedFor != null) {
            request.addHeader("X-Forwarded-For", forwardedFor);
        }
        MockFilterChain handlers = new MockFilterChain();
        limit.doFilter(request, new MockHttpServletResponse(), handlers);
        assertThat(handlers.getRequest()).isNotNull();
    }

    private static CallLimit limit(ForwardHeadersStrategy strategy) {
        ServerProperties server = new ServerProperties();
        server.setForwardHeadersStrategy(strategy);
        ShopSettings settings = new ShopSettings(
                URI.create("https://shop.example"),
                URI.create("http://127.0.0.1"),
                "t",
                Duration.ofMinutes(15),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                ZoneOffset.UTC,
                LocalTime.of(15, 0),
                List.of());
        return new CallLimit(
                new CallSettings(1, 1),
                new ServiceToken(settings),
                server,
                JsonMapper.shared(),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }
}

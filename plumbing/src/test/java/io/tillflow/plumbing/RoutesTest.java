package io.tillflow.plumbing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPatternParser;

class RoutesTest {
    private static final RequestMappingHandlerMapping OURS = new Routes();
    private static final RequestMappingHandlerMapping SPRINGS = new RequestMappingHandlerMapping();

    @Controller
    static class Pages {
        @GetMapping("/")
        void home() {}

        @GetMapping("/orders/{id}")
        void order() {}

        @PostMapping("/orders/{id}")
        void change() {}

        @DeleteMapping("/orders/{id}/lines/{line}")
        void drop() {}

        @GetMapping({"/orders/mine", "/{word}/mine"})
        void mine() {}

        @GetMapping("/files/**")
        void files() {}

        @GetMapping("/rest/{*all}")
        void rest() {}

        @GetMapping("/v?/thing-{id}.json")
        void thing() {}

        @GetMapping("/{slug}")
        void page() {}
    }

    @BeforeAll
    static void start() {
        StaticWebApplicationContext context = new StaticWebApplicationContext();
        context.registerSingleton("pages", Pages.class);
        context.refresh();
        for (RequestMappingHandlerMapping routes : List.of(OURS, SPRINGS)) {
            routes.setApplicationContext(context);
            routes.afterPropertiesSet();
        }
    }

    static Stream<String> paths() {
        return Stream.of(
                "/",
                "/orders/7",
                "/orders/",
                "/orders",
                "/orders/mine",
                "/carts/mine",
                "/%6Frders/7",
                "/orders;a=b/7",
                "/orders/7/lines/2",
                "/orders/7/lines",
                "/files",
                "/files/a/b",
                "/rest",
                "/rest/",
                "/rest/a",
                "/v1/thing-7.json",
                "/v12/thing-7.json",
                "/about",
                "/about/us",
                "/Orders/7",
                "//orders/7");
    }

    @ParameterizedTest
    @MethodSource("paths")
    void leadWhereSpringsLead(String path) {
        for (String method : List.of("GET", "POST", "DELETE", "OPTIONS", "HEAD")) {
            assertThat(lead(OURS, method, path)).as(method).isEqualTo(lead(SPRINGS, method, path));
        }
    }

    private static String lead(RequestMappingHandlerMapping routes, String method, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        try {
            HandlerExecutionChain chain = routes.getHandler(request);
            return chain == null ? "nothing" : name(chain.getHandler());
        } catch (Exception e) {
            return e.toString();
        }
    }

    private static String name(Object handler) {
        Method method = ((HandlerMethod) handler).getMethod();
        boolean ours = Arrays.asList(Pages.class.getDeclaredMethods()).contains(method);
        return ours ? method.getName() : method.getDeclaringClass().getSimpleName();
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/orders, /orders",
        "/orders/{id}, /orders",
        "/orders/{id}/lines, /orders",
        "/files/**, /files",
        "/{slug}, ''",
        "/v?/a, /v",
        "/thing-{id}.json, /thing-"
    })
    void aPatternBeginsWithWhatIsFixed(String pattern, String beginning) {
        assertThat(Routes.beginning(new PathPatternParser().parse(pattern))).isEqualTo(beginning);
    }
}

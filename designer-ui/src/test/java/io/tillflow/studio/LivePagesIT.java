package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.spring.SpringServlet;
import io.tillflow.studio.instances.LiveHistory;
import io.tillflow.studio.kit.Live;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.ReflectionUtils;
import tools.jackson.databind.JsonNode;

/**
 * Every page that follows something: while it is drawn anew, and while something is added to it, whatever can be pressed stays the same
 * element at the same place, and the focus stays on it. A press whose button is exchanged between pointer down and up is lost. A new page is
 * in it by itself.
 */
class LivePagesIT extends HistoryStudio {
    private static final Map<String, String> ELSEWHERE =
            Map.of("shop/orders/:id([0-9a-f-]{36})", "/shop/orders/" + FakeShop.ORDER);
    /** It follows whether the connectors are there; what it shows changes by hand alone. */
    private static final String BY_HAND = "connectors/secrets";

    private static final String LETTER = """
            {"items": [{"id": 2, "to": "bob@example.com", "subject": "Another", "receivedAt": "2026-03-02T13:00:00Z"}], "next": null}""";
    private static final Set<String> FOLLOWED = Set.of("LiveHistory", "Lookout", "AlertsWatch");

    private final List<UI> opened = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private int round;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ServletRegistrationBean<SpringServlet> servlet;

    @Autowired
    private LiveHistory live;

    @BeforeEach
    void somethingToShowOnEveryPage() throws IOException {
        jdbc.sql(text("/every-page.sql"))
                .param("order", text("/models/orders/order-fulfilment.bpmn"))
                .update();
    }

    @AfterEach
    void close() throws Exception {
        CONNECTORS.retell(it -> it);
        for (AutoCloseable it : open) {
            it.close();
        }
        jdbc.sql("truncate studio.alert_rule, studio.alert, studio.alert_told").update();
    }

    @TestFactory
    Stream<DynamicTest> nothingIsTakenFromUnderAPress() {
        PageLook look = new PageLook("http://127.0.0.1:" + port);
        open.add(look);
        VaadinService vaadin = Objects.requireNonNull(servlet.getServlet()).getService();
        open.add(vaadin.addUIInitListener(init -> opened.add(init.getUI()))::remove);
        look.signIn("admin", "correct-horse");
        Map<String, String> addresses = new TreeMap<>();
        for (JsonNode route : get("/api/v1/routes").path("routes")) {
            String template = route.path("url").asString("").substring(1);
            addresses.put(template, route.path("fixture").asString(ELSEWHERE.getOrDefault(template, "")));
        }
        List<String> templates = live(vaadin);
        assertThat(templates).hasSizeGreaterThan(20);
        return templates.stream()
                .filter(it -> !it.equals(BY_HAND) && ("/" + it).startsWith(System.getProperty("live-pages.only", "/")))
                .map(it -> DynamicTest.dynamicTest("/" + it, () -> check(look, it, addresses.getOrDefault(it, ""))));
    }

    /** The routes of the views that follow something, themselves or where they descend from. */
    private static List<String> live(VaadinService vaadin) {
        Set<String> following = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.tillflow.studio")
                        .stream()
                        .filter(it -> Stream.concat(Stream.of(it), it.getAllRawSuperclasses().stream())
                                .anyMatch(LivePagesIT::follows))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        return RouteConfiguration.forRegistry(vaadin.getRouter().getRegistry()).getAvailableRoutes().stream()
                .filter(it -> following.contains(it.getNavigationTarget().getName()))
                .map(it -> it.getTemplate())
                .toList();
    }

    private static boolean follows(JavaClass view) {
        return view.getMethodCallsFromSelf().stream()
                .map(it -> it.getTarget())
                .anyMatch(it -> it.getName().equals("follow")
                        && (FOLLOWED.contains(it.getOwner().getSimpleName())
                                || it.getOwner().getAllRawSuperclasses().stream()
                                        .anyMatch(above -> FOLLOWED.contains(above.getSimpleName()))));
    }

    private void check(PageLook look, String template, String address) throws IOException {
        assertThat(address)
                .as("an address that shows " + template)
                .startsWith("/")
                .doesNotContain(":");
        CONNECTORS.retell(it -> it);
        look.open(address);
        look.page().evaluate(text("/live-pages.js"));
        List<String> faults = new ArrayList<>(faults(look.page(), ""));
        int tabs = template.startsWith("instances/:key")
                ? look.page().locator("main [role=tab]").count()
                : 0;
        for (int i = 0; i < tabs; i++) {
            look.page().locator("main [role=tab]").nth(i).click();
            look.page().evaluate("() => window.pageLook.quiet(75)");
            faults.addAll(faults(look.page(), "tab " + i + ": "));
        }
        assertThat(faults).as(address).isEmpty();
    }

    private List<String> faults(Page page, String where) throws IOException {
        assertThat((Integer) page.evaluate("livePages.begin()")).isPositive();
        List<String> faults = new ArrayList<>();
        tell(page);
        tell(page);
        lost(page).forEach(it -> faults.add(where + "drawn again: " + it));
        page.evaluate("livePages.begin()");
        somethingIsAdded();
        // a page that took long to read rests a little
        await().pollInSameThread().atMost(Duration.ofMinutes(1)).until(() -> {
            tell(page);
            return (Integer) page.evaluate("livePages.changes()") > 0;
        });
        tell(page);
        lost(page).forEach(it -> faults.add(where + "with one more: " + it));
        return faults;
    }

    private static List<String> lost(Page page) {
        return ((List<?>) page.evaluate("livePages.lost()"))
                .stream().map(String::valueOf).toList();
    }

    /** All that tells pages tells them, and what they drew has arrived in the browser. */
    private void tell(Page page) {
        round++;
        live.nudge(900);
        for (String name : context.getBeanDefinitionNames()) {
            Class<?> type = context.getType(name);
            if (type != null
                    && type.getName().startsWith("io.tillflow.studio")
                    && ReflectionUtils.findMethod(type, "tell") != null) {
                ReflectionTestUtils.invokeMethod(context.getBean(name), "tell");
            }
        }
        UI ui = opened.getLast();
        String now = String.valueOf(round);
        Live.update(ui, () -> ui.getElement().setAttribute("data-told", now));
        page.locator("body[data-told='" + now + "']").waitFor();
    }

    /** One more of everything, beside what is looked at. */
    private void somethingIsAdded() throws IOException {
        int n = 10_000 + 10 * round;
        jdbc.sql(text("/one-more.sql")).param("n", n).update();
        CONNECTORS.retell(
                body -> body.replace("\"begins\": []", "\"begins\": [\"p-" + n + "\"]")
                        .replace("\"begins\": [\"report\"]", "\"begins\": [\"p-" + n + "\"]")
                        .replace("\"topic\": \"OTHER\"", "\"topic\": \"T" + n + "\"")
                        .replace("\"underWay\": 2", "\"underWay\": " + n)
                        .replace("\"runsToday\": 7", "\"runsToday\": " + n)
                        .replace("\"leftOut\": 0", "\"leftOut\": " + n)
                        .replace("\"perMinute\": 60", "\"perMinute\": " + n)
                        .replace("\"mostText\": 4000", "\"mostText\": " + n)
                        .replace("\"rows\": 900", "\"rows\": " + n)
                        .replace("\"latencyMs\": 0", "\"latencyMs\": " + n)
                        .replace("\"items\": 2", "\"items\": " + n)
                        .replace("\"urgent\": true, \"answers\": 0", "\"urgent\": false, \"answers\": " + n)
                        .replace("{\"items\": [], \"next\": null}", LETTER)
                        .replace(
                                "\"notes\": [",
                                "\"notes\": [{\"id\": \"n" + n
                                        + "\", \"author\": \"ines\", \"body\": \"and again\", \"writtenAt\": \"2026-03-02T13:00:00Z\"}, ")
                        .replace(
                                "\"messages\": [",
                                "\"messages\": [{\"seq\": 3, \"id\": \"m" + n
                                        + "\", \"requestId\": \"r\", \"author\": \"SHOPPER\", \"name\": \"\", \"body\": \"hello\", \"writtenAt\": \"2026-03-02T11:00:00Z\"}, "));
    }

    private static String text(String resource) throws IOException {
        try (InputStream file = Objects.requireNonNull(LivePagesIT.class.getResourceAsStream(resource), resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

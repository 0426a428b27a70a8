package io.tillflow.studio.shell;

import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.SpringServlet;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every page there is, with an address that shows it: for tests that look at all of them. */
@RestController
class RoutesApi {

    /** What a parameter stands for is taken from what there is. */
    private static final Map<String, String> FIXTURES = Map.ofEntries(
            Map.entry(
                    "automations/:id",
                    "SELECT min(bpmn_process_id) FROM history.message_subscription WHERE kind = 'START' AND state = 'OPEN'"),
            Map.entry("automations/letterboxes/:id", savedOf("letterbox")),
            Map.entry("automations/patterns/:id", savedOf("pattern")),
            Map.entry("automations/schedules/:id", savedOf("schedule")),
            Map.entry("automations/webhooks/:id", savedOf("webhook")),
            Map.entry(
                    "experiments/:name/:version([0-9]+)",
                    "SELECT max(substr(subject, 13)) FROM studio.audit WHERE subject LIKE 'experiments/%'"),
            Map.entry("instances/:key([0-9]+)", "SELECT max(key)::text FROM history.process_instance"),
            Map.entry("instances/batches/:id([0-9]+)", "SELECT max(id)::text FROM studio.repair_batch"),
            Map.entry("mailbox/:id([0-9]+)", "SELECT '1'"),
            Map.entry("models/:id", "SELECT min(id) FROM studio.model WHERE deleted_at IS NULL"),
            Map.entry(
                    "models/:id/play",
                    "SELECT min(id) || '/play' FROM studio.model WHERE kind = 'BPMN' AND deleted_at IS NULL"),
            Map.entry("processes/:id", "SELECT min(bpmn_process_id) FROM history.process_definition"),
            Map.entry("shop/catalogue/:product([a-z0-9-]+)/:language([a-z]{2})", "SELECT NULL::text"),
            Map.entry("shop/customers/:id([0-9a-f-]{36})", "SELECT NULL::text"),
            Map.entry("shop/drafts/:id([0-9a-f-]{36})", "SELECT NULL::text"),
            Map.entry("shop/orders/:id([0-9a-f-]{36})", idOf("order", "order-fulfilment")),
            Map.entry("shop/pages/:page([a-z0-9-]+)/:language([a-z]{2})", "SELECT 'imprint/en'"),
            Map.entry("shop/products/:sku", "SELECT NULL::text"),
            Map.entry("shop/questions/:id([0-9a-f-]{36})", idOf("request", "support-request")),
            Map.entry(
                    "tasks/:key([0-9]+)",
                    "SELECT min(key)::text FROM history.job WHERE type = 'io.camunda.zeebe:userTask' AND ended_at IS NULL"));

    /** What the latest instance of a process is about. */
    private static String idOf(String variable, String process) {
        return """
                SELECT (SELECT v.value ->> 'id' FROM history.variable v WHERE v.name = '%s' AND v.process_instance_key =
                    (SELECT max(key) FROM history.process_instance WHERE bpmn_process_id = '%s' AND key < 2533274790395904) LIMIT 1)""".formatted(variable, process);
    }

    /** One that was made and is still there, as the audit knows it. */
    private static String savedOf(String kind) {
        return """
                SELECT max(split_part(subject, '/', 2)) FROM studio.audit saved WHERE action = '%s.saved'
                   AND NOT EXISTS (SELECT FROM studio.audit gone WHERE gone.subject = saved.subject AND gone.action = '%s.deleted')""".formatted(kind, kind);
    }

    private final ObjectProvider<ServletRegistrationBean<SpringServlet>> servlet;
    private final JdbcClient jdbc;

    RoutesApi(ObjectProvider<ServletRegistrationBean<SpringServlet>> servlet, JdbcClient jdbc) {
        this.servlet = servlet;
        this.jdbc = jdbc;
    }

    /**
     * A page.
     *
     * @param role who may see it: ANYONE without signing in, SIGNED_IN, or a role
     * @param fixture an address that shows it now; null while there is nothing to show
     */
    record Line(
            String app, String url, String role, @Nullable String fixture) {}

    record Lines(List<Line> routes) {}

    @GetMapping("/api/v1/routes")
    Lines routes() {
        SpringServlet vaadin = Objects.requireNonNull(servlet.getObject().getServlet());
        return new Lines(
                RouteConfiguration.forRegistry(vaadin.getService().getRouter().getRegistry())
                        .getAvailableRoutes()
                        .stream()
                        .flatMap(route -> Stream.concat(Stream.of(route), route.getRouteAliases().stream()))
                        .sorted(Comparator.comparing(RouteBaseData::getTemplate))
                        .map(this::line)
                        .toList());
    }

    private Line line(RouteBaseData<?> route) {
        String template = route.getTemplate();
        return new Line(
                "studio",
                "/" + template,
                role(route.getNavigationTarget()),
                fixture(template).orElse(null));
    }

    private Optional<String> fixture(String template) {
        String sql = FIXTURES.get(template);
        if (sql == null) {
            return Optional.of("/" + template);
        }
        String start = template.substring(0, template.indexOf(':'));
        return jdbc.sql(sql)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single()
                .map(it -> "/" + start + it);
    }

    private static String role(Class<?> view) {
        if (view.isAnnotationPresent(AnonymousAllowed.class)) {
            return "ANYONE";
        }
        RolesAllowed roles = view.getAnnotation(RolesAllowed.class);
        return roles == null ? "SIGNED_IN" : String.join(",", roles.value());
    }
}

package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who changed what, as programs read it. */
class AuditIT extends HistoryStudio {

    @Test
    void tellsWhatWasDoneToAnInstanceNewestFirstAndOnlyToAdministrators() {
        jdbc.sql("""
                insert into studio.audit (at, actor, action, subject, before, after)
                select now(), case when n = 2 then 'ines' else 'mara' end, 'incident.retried', 'instance/880300', '{"element": "pay"}',
                       jsonb_build_object('n', n) from generate_series(1, 3) n""").update();
        JsonNode page = get("/api/v1/audit?subject=instance/880300&limit=2");
        assertThat(page.path("items")
                        .valueStream()
                        .map(it -> it.path("after").path("n").asInt()))
                .containsExactly(3, 2);
        assertThat(page.path("items").get(0).path("before").path("element").asString())
                .isEqualTo("pay");
        JsonNode rest = get("/api/v1/audit?subject=instance/880300&limit=2&before="
                + page.path("next").asString());
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(get("/api/v1/audit?subject=instance/880300&actor=ines&action=incident.retried")
                        .path("items"))
                .hasSize(1);
        for (String role : new String[] {"VIEWER", "OPERATOR"}) {
            assertThat(http().get("/api/v1/audit", "Authorization", "Bearer " + token(role))
                            .statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(http().get("/api/v1/audit").statusCode()).isEqualTo(401);
    }
}

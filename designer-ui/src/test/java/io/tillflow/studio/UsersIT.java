package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who may sign in, and tokens, as an administrator's program handles them. */
class UsersIT extends HistoryStudio {
    private static final String USERS = "/api/v1/users";

    @AfterEach
    void nobodyStays() {
        jdbc.sql("delete from studio.app_user where name <> 'admin'").update();
    }

    @Test
    void somebodyIsAddedGivenRolesAndKeptOut() {
        JsonNode added = read(post(USERS, "{\"name\": \" Vera \", \"roles\": [\"ANALYST\"]}"), 201);
        assertThat(added.path("name").asString()).isEqualTo("vera");
        assertThat(user("vera").path("mustChangePassword").asBoolean()).isTrue();
        assertThat(get(USERS).path("users").findValuesAsString("name")).containsExactly("admin", "vera");
        assertThat(get(USERS).toString()).doesNotContain("password_hash", "argon2");
        assertThat(http().signIn("vera", added.path("password").asString())).doesNotContain("error");

        assertThat(read(put("vera/roles", "{\"roles\": [\"OPERATOR\", \"MERCHANT\"]}"), 200)
                        .path("roles")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyInAnyOrder("OPERATOR", "MERCHANT");
        assertThat(read(put("vera/access", "{\"disabled\": true}"), 200)
                        .path("disabled")
                        .asBoolean())
                .isTrue();
        String other =
                read(post(USERS + "/vera/password"), 200).path("password").asString();
        assertThat(http().signIn("vera", other)).contains("error");
        read(put("vera/access", "{\"disabled\": false}"), 200);
        assertThat(http().signIn("vera", other)).doesNotContain("error");
        assertThat(jdbc.sql("select action from studio.audit where subject = 'user/vera' order by id")
                        .query(String.class)
                        .list())
                .contains("user.added", "user.roles-changed", "user.disabled", "user.password-reset", "user.enabled");
    }

    @Test
    void whatCannotBeIsRefusedWithItsReason() {
        refused(post(USERS, "{\"name\": \"no spaces\", \"roles\": [\"VIEWER\"]}"), 422, "begins with");
        refused(post(USERS, "{\"name\": \"vera\", \"roles\": []}"), 422, "at least one");
        refused(post(USERS, "{\"name\": \"admin\", \"roles\": [\"VIEWER\"]}"), 409, "already");
        refused(post(USERS, "{\"name\": \"vera\", \"roles\": [\"KING\"]}"), 400, "");
        refused(put("nobody/roles", "{\"roles\": [\"VIEWER\"]}"), 404, "no user");
        refused(put("nobody/access", "{\"disabled\": true}"), 404, "no user");
        refused(post(USERS + "/nobody/password"), 404, "no user");
        refused(put("admin/access", "{\"disabled\": true}"), 409, "administrator");
        refused(put("admin/roles", "{\"roles\": [\"ANALYST\"]}"), 409, "administrator");
        assertThat(user("admin").path("disabled").asBoolean()).isFalse();
        assertThat(user("admin").path("roles").toString()).contains("ADMIN");
    }

    @Test
    void onlyAdministratorsHandleUsersAndTokens() {
        for (String role : new String[] {"VIEWER", "ANALYST", "OPERATOR", "MERCHANT"}) {
            String[] who = {"Authorization", "Bearer " + token(role)};
            assertThat(http().get(USERS, who).statusCode()).as(role).isEqualTo(403);
            assertThat(http().send("POST", USERS, "{\"name\": \"x1\", \"roles\": [\"ADMIN\"]}", who)
                            .statusCode())
                    .as(role)
                    .isEqualTo(403);
            assertThat(http().get("/api/v1/tokens", who).statusCode()).as(role).isEqualTo(403);
        }
    }

    @Test
    void aTokenIsListedWithoutItsSecretAndEndsAtOnce() {
        String[] merchant = {"Authorization", "Bearer " + token("MERCHANT")};
        assertThat(http().get("/api/v1/models", merchant).statusCode()).isEqualTo(200);
        JsonNode listed = get("/api/v1/tokens").path("tokens");
        assertThat(listed.toString()).doesNotContain(token("MERCHANT"), "digest");
        String id = listed.valueStream()
                .filter(it -> it.path("roles").toString().contains("MERCHANT"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        assertThat(http().delete("/api/v1/tokens/" + id, CLI).statusCode()).isEqualTo(204);
        assertThat(http().get("/api/v1/models", merchant).statusCode()).isEqualTo(401);
        assertThat(http().delete("/api/v1/tokens/" + id, CLI).statusCode()).isEqualTo(404);
        jdbc.sql("delete from studio.api_token where revoked_at is not null").update();
    }

    private JsonNode user(String name) {
        return get(USERS + "/" + name);
    }

    private HttpResponse<String> put(String path, String body) {
        return http().send("PUT", USERS + "/" + path, body, CLI);
    }

    private static void refused(HttpResponse<String> answer, int status, String why) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(why);
    }
}

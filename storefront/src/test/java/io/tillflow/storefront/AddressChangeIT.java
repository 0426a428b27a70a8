package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody gets an account by a letter that its owner did not want to be answered, and its owner is told of what happens. */
class AddressChangeIT extends AccountTest {
    private static final String NEXT = "nine tall poplars";

    @Autowired
    PlatformTransactionManager transactions;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoKnewThePasswordIsNotGivenTheAccountAfterItWasReplaced(boolean forgotten) {
        String email = somebody();
        String token = joined(email);
        String theirs = somebody();
        assertThat(another(theirs, PASSWORD, token).status()).isEqualTo(202);
        String link = link(theirs, "NEW_ADDRESS");
        assertThat(replaced(forgotten, email, token)).isBetween(200, 204);
        assertThat(answered(link).status()).isEqualTo(410);
        assertThat(browser().submit(link, Map.of()).statusCode()).isEqualTo(410);
        assertThat(session(email, NEXT).status()).isEqualTo(201);
    }

    private int replaced(boolean forgotten, String email, String token) {
        if (!forgotten) {
            String change = json.writeValueAsString(Map.of("password", PASSWORD, "newPassword", NEXT));
            return my("PUT", "/password", change, token).status();
        }
        shop().post("/account/password-resets", asked(email));
        return shop().post("/account/password-resets/answer", typed(link(email, "RESET"), Map.of("password", NEXT)))
                .status();
    }

    @Test
    void whoeverHasAMistypedAddressIsNotGivenTheAccount() {
        String token = joined(somebody());
        String mistyped = somebody();
        String meant = somebody();
        another(mistyped, PASSWORD, token);
        String strangers = link(mistyped, "NEW_ADDRESS");
        another(meant, PASSWORD, token);
        assertThat(answered(strangers).status()).isEqualTo(410);

        jdbc.sql("update account_letter set used_at = null where email = :email")
                .param("email", mistyped)
                .update();
        assertThat(answered(link(meant, "NEW_ADDRESS")).status()).isEqualTo(200);
        assertThat(answered(strangers).status())
                .as("also when both were asked at once")
                .isEqualTo(410);
        assertThat(my("GET", "", "", token).body().path("email").asString()).isEqualTo(meant);
    }

    @Test
    void askingTheSameAddressAgainKeepsItsFirstLinkWorking() {
        String token = joined(somebody());
        String next = somebody();
        another(next, PASSWORD, token);
        String first = link(next, "NEW_ADDRESS");
        another(next, PASSWORD, token);
        assertThat(answered(first).status()).isEqualTo(200);
        assertThat(letters(next, "NEW_ADDRESS")).isEqualTo(2);
    }

    @Test
    void nobodyUsesUpTheLettersThatWarnAnOwner() {
        String email = somebody();
        String token = joined(email);
        for (int i = 0; i < 8; i++) {
            shop().post("/account/password-resets", asked(email));
        }
        assertThat(letters(email, "RESET")).isEqualTo(4);
        String change = json.writeValueAsString(Map.of("password", PASSWORD, "newPassword", NEXT));
        String fresh =
                my("PUT", "/password", change, token).body().path("token").asString();
        assertThat(letters(email, "PASSWORD_CHANGED")).isEqualTo(1);
        String next = somebody();
        another(next, NEXT, fresh);
        assertThat(answered(link(next, "NEW_ADDRESS")).status()).isEqualTo(200);
        assertThat(letters(email, "ADDRESS_CHANGED")).isEqualTo(1);
    }

    @Test
    void anAccountWritesToFewAddressesAnHour() {
        String email = somebody();
        String token = joined(email);
        for (int i = 0; i < 5; i++) {
            assertThat(another(somebody(), PASSWORD, token).status()).isEqualTo(202);
        }
        String sixth = somebody();
        HttpResponse<String> refused = shop().send(
                        "POST",
                        "/api/v1/account/email-changes",
                        "application/json",
                        json.writeValueAsString(Map.of("email", sixth, "password", PASSWORD)),
                        Map.of("Authorization", "Bearer " + token));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 3601);
        TestBrowser browser = browser();
        signIn(browser, email, PASSWORD);
        HttpResponse<String> page =
                browser.submit("/account/email", Map.of("email", sixth, "password.email", PASSWORD));
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.body()).contains("That were many letters for one hour. Try again at ");
        assertThat(letters(sixth, "NEW_ADDRESS")).isZero();
        assertThat(another(sixth, PASSWORD, joined(somebody())).status())
                .as("another account")
                .isEqualTo(202);
        clock.forward(Duration.ofMinutes(61));
        assertThat(another(sixth, PASSWORD, token).status()).isEqualTo(202);
    }

    @Test
    void askingForAnotherAddressCountsWithTheLettersOfANetworkAddress() {
        String token = joined(somebody());
        jdbc.sql("update throttle set tries = tries + 1000000 where key like 'letters from %'")
                .update();
        try {
            assertThat(another(somebody(), PASSWORD, token).status()).isEqualTo(429);
        } finally {
            jdbc.sql("update throttle set tries = tries - 1000000 where key like 'letters from %'")
                    .update();
        }
        assertThat(another(somebody(), PASSWORD, token).status()).isEqualTo(202);
    }

    @Test
    void anAddressThatSomebodyElseTakesRightThenIsNotChangedTo() throws Exception {
        String email = somebody();
        String token = joined(email);
        String next = somebody();
        another(next, PASSWORD, token);
        String link = link(next, "NEW_ADDRESS");
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<ShopClient.Answer> answer = new TransactionTemplate(transactions).execute(joining -> {
                jdbc.sql("insert into account (id, email, password, created_at) values (:id, :email, '', now())")
                        .param("id", UUID.randomUUID())
                        .param("email", next)
                        .update();
                Future<ShopClient.Answer> second = beside.submit(() -> answered(link));
                await().until(() -> waiting() > 0);
                return second;
            });
            assertThat(answer.get(30, TimeUnit.SECONDS).status()).isEqualTo(410);
        }
        assertThat(my("GET", "", "", token).body().path("email").asString()).isEqualTo(email);
        assertThat(letters(email, "ADDRESS_CHANGED")).isZero();
    }

    /** How many wait for a row that another transaction holds. */
    private int waiting() {
        return jdbc.sql("select count(*) from pg_locks where not granted and locktype = 'transactionid'")
                .query(Integer.class)
                .single();
    }

    private ShopClient.Answer answered(String link) {
        return shop().post("/account/email-changes/answer", typed(link, Map.of()));
    }
}

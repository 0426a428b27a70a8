package io.tillflow.launcher.demo.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.launcher.demo.suite.FakeServer.Asked;
import io.tillflow.launcher.demo.suite.FakeServer.Reply;
import io.tillflow.launcher.suite.Database;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HttpTest {
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void whatIsAwayIsAskedAgainUnderTheSameKey() {
        try (FakeServer server = new FakeServer(
                        asked -> calls.incrementAndGet() < 3 ? new Reply(503, "later") : new Reply(201, "{}"));
                Http http = new Http(Duration.ofSeconds(20))) {
            Answer answer =
                    http.send(Call.post(server.url() + "/orders").key("k-1").json(Map.of("a", 1)));

            assertThat(answer.status()).isEqualTo(201);
            assertThat(server.asked()).hasSize(3).extracting(Asked::key).containsOnly("k-1");
        }
    }

    @Test
    void aNoIsNotAskedAgain() {
        try (FakeServer server = new FakeServer(asked -> new Reply(409, "{\"type\":\"stock-short\"}"));
                Http http = new Http(Duration.ofSeconds(20))) {
            Answer answer = http.send(Call.post(server.url() + "/checkouts?token=secret"));

            assertThat(answer.json().path("type").asString()).isEqualTo("stock-short");
            assertThat(server.asked()).hasSize(1);
            assertThatThrownBy(answer::accepted)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("409")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void whoNeverAnswersIsNamed() {
        FakeServer gone = new FakeServer(asked -> new Reply(200, ""));
        String url = gone.url();
        gone.close();
        try (Http http = new Http(Duration.ofMillis(300))) {
            assertThatThrownBy(() -> http.send(Call.get(url + "/status")))
                    .isInstanceOf(Unreachable.class)
                    .hasMessageContaining(url);
        }
    }

    @Test
    void aListIsReadToItsEnd() {
        try (FakeServer server = new FakeServer(asked -> new Reply(
                        200,
                        asked.path().contains("after=7")
                                ? "{\"items\":[{\"sku\":\"B\"}],\"next\":null}"
                                : "{\"items\":[{\"sku\":\"A\"}],\"next\":\"7\"}"));
                Http http = new Http(Duration.ofSeconds(20))) {
            Merchant merchant = new Merchant(suite(server), http);

            assertThat(merchant.stock()).extracting(fact -> fact.sku()).containsExactly("A", "B");
            assertThat(server.asked()).extracting(Asked::authorization).containsOnly("Bearer service");
        }
    }

    @Test
    void whatSomebodyTypedAsReasonOfACountBelongsToNoTransfer() {
        String rows = """
                {"items": [
                  {"id": "1", "kind": "COUNTED", "sku": "A", "quantity": 4, "reason": "transfer to the fair"},
                  {"id": "2", "kind": "COUNTED", "sku": "A", "quantity": 4, "reason": "exchange of the shelf"},
                  {"id": "3", "kind": "TRANSFER_SENT", "sku": "A", "quantity": 4, "reason": "transfer t1"},
                  {"id": "4", "kind": "ALLOCATED", "sku": "A", "quantity": 1, "reason": "exchange r1"}], "next": null}""";
        try (FakeServer server = new FakeServer(asked -> new Reply(200, rows));
                Http http = new Http(Duration.ofSeconds(20))) {
            assertThat(new Merchant(suite(server), http).movements())
                    .extracting(fact -> fact.transfer() + "|" + fact.exchange())
                    .containsExactly("|", "|", "t1|", "|r1");
        }
    }

    static Suite suite(FakeServer server) {
        History nowhere = new History(new Database("jdbc:postgresql://127.0.0.1:1/none", "", ""));
        return new Suite(server.url(), server.url(), server.url(), "service", "studio", nowhere);
    }
}

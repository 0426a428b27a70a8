package io.tillflow.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ConnectedStoresTest {
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void saysWhoAnswersAndWhatIsMissingWhereNobodyDoes() {
        List<Diagnosis.Check> checks = ConnectedStores.of(json.readTree("""
                {"items": [{"shop": "shopify", "address": "ullmere.myshopify.com", "title": "Ullmere", "problem": null},
                           {"shop": "other", "address": "ullmere.example", "title": null, "problem": "expected the secret OTHER"}]}"""));
        assertThat(checks.getFirst())
                .isEqualTo(Diagnosis.Check.fine("shopify", "ullmere.myshopify.com answers as Ullmere"));
        assertThat(checks.getLast().ok()).isFalse();
        assertThat(checks.getLast().detail()).isEqualTo("ullmere.example: expected the secret OTHER");
        assertThat(checks.getLast().remedy()).contains("README");
    }

    @Test
    void aShopAloneIsNothingToCheckAndNoAnswerIsNoGoodSign() {
        assertThat(ConnectedStores.of(json.readTree("{\"items\": []}"))).isEmpty();
        assertThat(ConnectedStores.of(json.readTree("{\"status\": 401}")))
                .singleElement()
                .extracting(Diagnosis.Check::ok)
                .isEqualTo(false);
    }
}

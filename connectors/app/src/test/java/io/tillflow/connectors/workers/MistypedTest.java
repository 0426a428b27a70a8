package io.tillflow.connectors.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.camunda.client.impl.CamundaObjectMapper;
import io.tillflow.processes.HttpCall;
import io.tillflow.processes.RequestQuote;
import io.tillflow.processes.UpdateOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variables as the broker's client reads them. */
class MistypedTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"supplier": "nordform", "sku": "A", "quantity": "canary", "listPrice": 1, "currency": "EUR"} | quantity to be a whole number
            {"supplier": "nordform", "sku": ["canary"], "quantity": 1, "listPrice": 1, "currency": "EUR"} | sku to be a text
            {"sku": "canary", "quantity": 1, "listPrice": 1, "currency": "EUR"} | the variable supplier, but it is missing
            """)
    void namesTheFieldAndNotWhatItHolds(String variables, String said) {
        assertThat(trouble(variables, RequestQuote.class)).contains(said).doesNotContain("canary");
    }

    @Test
    void aTextIsNoContextAndAStateIsOneOfThose() {
        assertThat(trouble("{\"method\": \"GET\", \"url\": \"https://a\", \"headers\": \"canary\"}", HttpCall.class))
                .contains("headers to be a context")
                .doesNotContain("canary");
        assertThat(trouble("{\"orderId\": \"7f3\", \"state\": \"canary\", \"effectKey\": \"k\"}", UpdateOrder.class))
                .contains("state to be one of [", "SHIPPED")
                .doesNotContain("canary");
    }

    @Test
    void leavesOtherFailuresAlone() {
        assertThat(Mistyped.said(new IllegalStateException("expected the secret A")))
                .isEmpty();
    }

    private static String trouble(String variables, Class<?> input) {
        Throwable failure = catchThrowable(() -> new CamundaObjectMapper().fromJson(variables, input));
        return Mistyped.said(failure).orElseThrow();
    }
}

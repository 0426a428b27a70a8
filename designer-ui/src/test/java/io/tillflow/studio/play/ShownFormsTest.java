package io.tillflow.studio.play;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownFormsTest {
    @Test
    void onlyAScenariosSheetIsPlayed() {
        assertThat(ShownForms.played("order-fulfilment/collect-payment/scenario:paid late"))
                .isTrue();
        assertThat(ShownForms.played("order-fulfilment/collect-payment/scenario:two\nlines"))
                .isTrue();
        assertThat(ShownForms.played("order-fulfilment/collect-payment/past:910"))
                .isFalse();
        assertThat(ShownForms.played("order-fulfilment/collect-payment/start:a/b/scenario:c"))
                .isFalse();
    }
}

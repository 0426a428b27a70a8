package io.tillflow.storefront.search.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillflow.storefront.ShopTest;
import io.tillflow.storefront.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;

class ProductMeaningsIT extends ShopTest {
    @Autowired
    MeaningStore store;

    private static final MeaningSettings SETTINGS = new MeaningSettings(
            true, DataSize.ofBytes(0), DataSize.ofBytes(0), Duration.ofMinutes(5), Duration.ofSeconds(30), 1_000);

    private final Understanding understanding = new Understanding(SETTINGS, Clock.systemUTC());

    @AfterEach
    void nothingIsKept() {
        jdbc.sql("delete from product_meaning").update();
    }

    @Test
    void aTextIsReadOnceAndNotAgainByTheNextStart() {
        Map<String, String> texts = Map.of("chair", "Wooden chair", "lamp", "Table lamp");
        assertThat(read(texts).products()).containsOnlyKeys("chair", "lamp");
        jdbc.sql("update product_meaning set meaning = (select meaning from product_meaning where product = 'chair')")
                .update();
        Meanings next = read(texts);
        assertThat(bytes(next, "lamp")).as("what was kept is taken").isEqualTo(bytes(next, "chair"));

        Meanings changed = read(Map.of("chair", "Wooden chair", "lamp", "Table lamp of brass"));
        assertThat(bytes(changed, "lamp")).as("it says something else").isNotEqualTo(bytes(changed, "chair"));
        read(Map.of("lamp", "Table lamp of brass"));
        assertThat(jdbc.sql("select product from product_meaning")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("lamp"));
    }

    @Test
    void anotherModelsReadingIsNotTaken() {
        read(Map.of("lamp", "Table lamp"));
        jdbc.sql("update product_meaning set model = 'another', meaning = '\\x00000000'::bytea")
                .update();
        assertThat(bytes(read(Map.of("lamp", "Table lamp")), "lamp")).hasSizeGreaterThan(300);
    }

    @Test
    void whatThereWasNoMemoryForIsReadOnceThereIs() throws InterruptedException {
        TestClock time = new TestClock();
        AtomicReference<Optional<String>> shortage = new AtomicReference<>(Optional.of("too little"));
        Understanding later = new Understanding(SETTINGS, time, shortage::get);
        ProductMeanings meanings = new ProductMeanings(later, store);
        meanings.read(Map.of("lamp", "Table lamp"));
        assertThat(later.loaded()).isEmpty();
        shortage.set(Optional.empty());
        time.forward(Duration.ofMinutes(5));
        assertThat(later.of("lamp")).as("looked again by a search").isEmpty();
        await().until(() -> meanings.now().products().containsKey("lamp"));
    }

    private Meanings read(Map<String, String> texts) {
        ProductMeanings meanings = new ProductMeanings(understanding, store);
        meanings.read(texts);
        await().until(() -> !meanings.now().products().isEmpty());
        return meanings.now();
    }

    private static byte[] bytes(Meanings meanings, String product) {
        return Objects.requireNonNull(meanings.products().get(product)).bytes();
    }
}

package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Search by what is meant, in a shop that has the time: new words are waited for. */
@TestPropertySource(properties = {"shop.meaning.on=true", "shop.meaning.within=30s", "shop.meaning.needs=0MB"})
class MeaningIT extends ShopTest {
    private static final String NO_SUCH_WORD = "illumination";

    @Test
    void whatNoWordFindsIsFoundByItsMeaningAndThePageSaysSo() {
        await().until(() -> found(NO_SUCH_WORD), slugs -> !slugs.isEmpty());
        assertThat(found(NO_SUCH_WORD).stream().limit(3))
                .anyMatch(slug -> slug.contains("lamp") || slug.contains("lantern") || slug.contains("pendant"));
        assertThat(page("/search?q=" + NO_SUCH_WORD))
                .contains("Nothing here is called that; these come closest in what they are.")
                .doesNotContain("Try one word");
        assertThat(page("/de/search?q=" + NO_SUCH_WORD))
                .as("the model reads English")
                .contains("So heißt hier nichts.")
                .doesNotContain("das kommt dem am nächsten");
        assertThat(page("/search?q=lamp")).doesNotContain("closest in what they are");
    }

    @Test
    void whatIsMistypedIsOrderedAsWhatWasMeant() {
        await().until(() -> found(NO_SUCH_WORD), slugs -> !slugs.isEmpty());
        assertThat(found("lapm")).isNotEmpty().isEqualTo(found("lamp"));
    }

    private List<String> found(String asked) {
        return shop().get("/search?q=" + asked.replace(" ", "%20"))
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("slug").asString())
                .toList();
    }

    private String page(String path) {
        return shop().send("GET", path, "text/plain", "", Map.of()).body();
    }
}

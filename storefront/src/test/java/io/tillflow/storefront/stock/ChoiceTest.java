package io.tillflow.storefront.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.storefront.stock.StockBooks.AtPlace;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private static final List<AtPlace> PLACES = List.of(
            new AtPlace("LAMP", "main", 2, 1),
            new AtPlace("CHAIR", "main", 4, 0),
            new AtPlace("LAMP", "north", 5, 2),
            new AtPlace("CHAIR", "north", 9, 8),
            new AtPlace("LAMP", "west", 1, 3));

    @Test
    void theFirstLocationThatHasEverythingServesTheOrder() {
        assertThat(choice(new Need("LAMP", 1), new Need("CHAIR", 1)))
                .containsExactly(new Lot("LAMP", "main", 1), new Lot("CHAIR", "main", 1));
        assertThat(choice(new Need("LAMP", 2), new Need("CHAIR", 1)))
                .containsExactly(new Lot("LAMP", "north", 2), new Lot("CHAIR", "north", 1));
    }

    @Test
    void otherwiseEachArticleComesFromOneThatHasAllOfItOrFromSeveral() {
        assertThat(choice(new Need("CHAIR", 4), new Need("LAMP", 3)))
                .containsExactly(new Lot("CHAIR", "main", 4), new Lot("LAMP", "north", 3));
        assertThat(choice(new Need("LAMP", 4)))
                .containsExactly(new Lot("LAMP", "main", 1), new Lot("LAMP", "north", 3));
    }

    @Test
    void whatIsNotThereIsNotChosen() {
        assertThatThrownBy(() -> choice(new Need("LAMP", 5)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1 are missing");
    }

    private static List<Lot> choice(Need... needs) {
        return Choice.of(List.of(needs), PLACES);
    }
}

package io.tillflow.launcher.demo.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MadeUpYearTest {
    private static final Instant UNTIL = Instant.parse("2026-11-27T00:00:00Z");

    private static List<Article> shelf(int products) {
        return IntStream.range(0, products)
                .boxed()
                .flatMap(i -> IntStream.range(0, 2)
                        .mapToObj(v -> new Article("sku-" + i + "-" + v, "lamp-" + i, "lamps", 1990, "EUR", 5)))
                .toList();
    }

    @Test
    void givesTenOrdersACustomerWithinTheYearAndTheSameAgain() {
        String csv = new MadeUpYear(shelf(80), 7).csv(30, UNTIL);

        assertThat(csv).startsWith("number,email,placed_at,item,quantity,price,sku,currency\nY1,past-");
        List<String[]> rows = csv.lines().skip(1).map(row -> row.split(",")).toList();
        assertThat(rows.stream().map(row -> row[0]).distinct()).hasSize(300);
        assertThat(rows).allSatisfy(row -> {
            assertThat(Instant.parse(row[2])).isBetween(UNTIL.minusSeconds(366L * 86_400), UNTIL);
            assertThat(row[5]).isIn("19.90", "15.92", "17.91", "21.89");
        });
        assertThat(rows.stream().map(row -> row[5]).distinct()).hasSize(4);
        assertThat(rows.subList(rows.size() - 20, rows.size()))
                .as("now it costs what it costs")
                .allSatisfy(row -> assertThat(row[5]).isEqualTo("19.90"));
        assertThat(rows.stream().map(row -> row[0] + row[3])).doesNotHaveDuplicates();
        assertThat(new MadeUpYear(shelf(80), 7).csv(30, UNTIL)).isEqualTo(csv);
        assertThat(new MadeUpYear(shelf(80), 8).csv(30, UNTIL)).isNotEqualTo(csv);
    }

    @Test
    void candlesAreUsedUpAndBoughtAgainInTheirRhythm() {
        List<Article> shelf = new ArrayList<>(shelf(70));
        IntStream.range(0, 10)
                .mapToObj(i -> new Article("candle-" + i, "candle-" + i, "candles", 1990, "EUR", 5))
                .forEach(shelf::add);
        List<String[]> rows = new MadeUpYear(shelf, 7)
                .csv(1000, UNTIL)
                .lines()
                .skip(1)
                .map(row -> row.split(","))
                .toList();
        Map<String, List<String[]>> byThing = rows.stream().collect(Collectors.groupingBy(row -> row[3]));
        assertThat(byThing.entrySet().stream().filter(thing -> isRegular(thing.getValue())))
                .hasSizeGreaterThan(6)
                .allSatisfy(thing -> assertThat(thing.getKey()).startsWith("candle"));
    }

    /** Of the gaps between two purchases of one customer the middle half is narrow. */
    private static boolean isRegular(List<String[]> rows) {
        Map<String, List<Instant>> bought = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row[1], Collectors.mapping(row -> Instant.parse(row[2]), Collectors.toList())));
        long[] gaps = bought.values().stream()
                .flatMapToLong(days -> IntStream.range(1, days.size())
                        .mapToLong(i ->
                                Duration.between(days.get(i - 1), days.get(i)).toDays()))
                .sorted()
                .toArray();
        int n = gaps.length;
        return n > 20 && gaps[3 * n / 4] - gaps[n / 4] < 0.6 * gaps[n / 2];
    }

    @Test
    void someCustomersOrderFarMoreOftenThanOthersAndSomeLeave() {
        MadeUpCustomers people = new MadeUpCustomers(200, 7);
        int[] early = new int[200];
        int[] late = new int[200];
        for (int i = 0; i < 2000; i++) {
            early[people.at(0.2)]++;
            late[people.at(0.9)]++;
        }
        assertThat(IntStream.of(early).max().orElse(0)).isGreaterThan(40);
        assertThat(IntStream.range(0, 200).filter(i -> early[i] > 3 && late[i] == 0))
                .as("left by then")
                .hasSizeGreaterThan(10);
        assertThat(IntStream.range(0, 200).filter(i -> early[i] == 0 && late[i] > 3))
                .as("joined since")
                .hasSizeGreaterThan(10);
    }

    @Test
    void someThingsAreAskedForMoreAndMoreSomeLessAndLessAndAllLessWhenTheyCostMore() {
        MadeUpDemand demand = new MadeUpDemand(90, 7);
        assertThat(demand.wanted(2, 0.99)).isGreaterThan(1);
        assertThat(demand.wanted(0, 0.99)).isLessThan(1);
        assertThat(demand.wanted(1, 0.99)).isEqualTo(1);
        for (int thing = 1; thing < 90; thing += 3) {
            for (double passed = 0; passed < 1; passed += 0.05) {
                double level = demand.level(thing, passed);
                assertThat(Double.compare(demand.wanted(thing, passed), 1)).isEqualTo(Double.compare(1, level));
            }
        }
    }

    @Test
    void anEmptyShopIsNamed() {
        assertThatThrownBy(() -> new MadeUpYear(List.of(), 7)).hasMessageContaining("but the shop has 0");
    }
}

package io.tillflow.studio.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.engine.history.HeatMaps.ElementHeat;
import io.tillflow.engine.history.HeatMaps.FlowHeat;
import io.tillflow.engine.history.HeatMaps.HeatMap;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.engine.model.ProcessModel.Element;
import io.tillflow.engine.model.ProcessModel.Flow;
import io.tillflow.studio.costs.Costs;
import io.tillflow.studio.costs.StepCost;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WarmthTest {

    private static final ProcessModel MODEL = new ProcessModel(
            "p",
            "",
            Map.of(
                    "risky", element("risky", "exclusiveGateway"),
                    "both", element("both", "parallelGateway"),
                    "pay", element("pay", "serviceTask")),
            List.of(
                    new Flow("yes", "", "risky", "pay"),
                    new Flow("no", "", "risky", "both"),
                    new Flow("left", "", "both", "pay"),
                    new Flow("right", "", "both", "pay")));

    private static final HeatMap MAP = new HeatMap(
            7,
            4,
            List.of(new ElementHeat("pay", 4, 0, 1_500, 61_000, 0, 2), new ElementHeat("risky", 4, 0, 0, 0, 0, 0)),
            List.of(new FlowHeat("yes", 3), new FlowHeat("no", 1), new FlowHeat("left", 1), new FlowHeat("right", 1)),
            Instant.EPOCH);

    private static final Heat HEAT = new Heat(MAP, Optional.empty());

    @Test
    void sharesAreOfTheBranchesThatExcludeEachOther() {
        assertThat(warmth(Measure.FREQUENCY).flows())
                .extracting(it -> it.id() + " " + it.text() + " " + it.title())
                .containsExactlyInAnyOrder("yes 75 % 3/4", "no 25 % 1/4");
    }

    @Test
    void whatIsNothingIsNotWarm() {
        assertThat(warmth(Measure.INCIDENTS).elements()).containsExactly(new Warmth.Element("pay", 5, "2", "pay"));
        assertThat(warmth(Measure.WAITING).elements()).isEmpty();
    }

    @Test
    void durationsHaveUnits() {
        assertThat(warmth(Measure.MEDIAN).elements())
                .extracting(Warmth.Element::text)
                .containsExactly("1.5 s");
        assertThat(warmth(Measure.P95).elements())
                .extracting(Warmth.Element::text)
                .containsExactly("1 min");
    }

    @Test
    void aHundredTimesLessIsCoolerButNotNothing() {
        assertThat(Warmth.level(0, 10_000)).isZero();
        assertThat(Warmth.level(1, 10_000)).isEqualTo(1);
        assertThat(Warmth.level(100, 10_000)).isEqualTo(3);
        assertThat(Warmth.level(10_000, 10_000)).isEqualTo(5);
    }

    @Test
    void whatCostsLittleIsWarmAndWhatHasNoPriceIsNot() {
        Heat heat = new Heat(MAP, Optional.of(costs("0.0001")));
        assertThat(warmth(heat, Measure.COST).elements())
                .extracting(it -> it.id() + " " + it.text())
                .containsExactly("pay 0.000025");
        assertThat(new Heat(MAP, Optional.of(costs("0.000001")))
                        .steps()
                        .getFirst()
                        .micros())
                .isOne();
    }

    @Test
    void whatAnInstanceCostsIsComparedAndNotHowManyWereSampled() {
        Heat few = new Heat(MAP, Optional.of(costs("12.345", 4)));
        Heat many = new Heat(MAP, Optional.of(costs("3086.25", 1_000)));
        assertThat(warmth(few, Measure.COST).elements())
                .isEqualTo(warmth(many, Measure.COST).elements())
                .extracting(Warmth.Element::text)
                .containsExactly("3.086250");
    }

    private static Costs costs(String total) {
        return costs(total, 4);
    }

    private static Costs costs(String total, long sampled) {
        BigDecimal all = new BigDecimal(total);
        return new Costs(
                7,
                "EUR",
                sampled,
                all,
                all,
                false,
                List.of(
                        new StepCost("pay", 4, all, all, BigDecimal.ONE, List.of(), 0, 0),
                        new StepCost("risky", 4, null, null, null, List.of(), 0, 0)));
    }

    private static Warmth warmth(Measure measure) {
        return warmth(HEAT, measure);
    }

    private static Warmth warmth(Heat heat, Measure measure) {
        long most = heat.steps().stream().mapToLong(measure::of).max().orElse(0);
        return Warmth.of(heat, MODEL, measure, most, new Warmth.Words() {
            @Override
            public String share(long times, long all) {
                return times + "/" + all;
            }

            @Override
            public String money(long micros) {
                return Heat.amount(micros).toPlainString();
            }
        });
    }

    private static Element element(String id, String type) {
        return new Element(id, "", type, "p", "", "", "", false, List.of());
    }
}

package io.tillflow.connectors.experiments;

import io.tillflow.connectors.experiments.Experiment.Place;
import io.tillflow.models.experiment.Layer;
import io.tillflow.models.experiment.Layer.Variant;
import io.tillflow.processes.AssignArm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Which arm a unit gets: drawn by a hash, kept from its first time on.
 *
 * @see "docs/adr/0027"
 */
@Service
public class Assignment {
    private final Experiments experiments;
    private final Exposures exposures;

    Assignment(Experiments experiments, Exposures exposures) {
        this.experiments = experiments;
        this.exposures = exposures;
    }

    /** Begins the experiment when this is its first unit, and notes that the unit took part, once. */
    public String assign(AssignArm job, Place place, long instance) {
        Design design = Design.of(job);
        Experiment experiment =
                experiments.find(design.name(), design.version()).orElseGet(() -> experiments.begin(design, place));
        refuseChanged(experiment.design(), design);
        Optional<String> arm = experiment.settled();
        if (arm.isPresent()) {
            return arm.get();
        }
        if (!takesPart(design, job.unit())) {
            return design.usual();
        }
        exposures.note(experiment, job.unit(), draw(experiment, job.unit()), instance);
        return exposures.armOf(design, job.unit()).orElse(design.usual());
    }

    /** The same without a trace, for a dry run. */
    public String wouldAssign(AssignArm job) {
        Design design = Design.of(job);
        Optional<Experiment> begun = experiments.find(design.name(), design.version());
        begun.ifPresent(experiment -> refuseChanged(experiment.design(), design));
        return begun.flatMap(Experiment::settled)
                .or(() -> takesPart(design, job.unit()) ? Optional.empty() : Optional.of(design.usual()))
                .or(() -> exposures.armOf(design, job.unit()))
                .orElseGet(() -> begun.map(experiment -> draw(experiment, job.unit()))
                        .orElseGet(() -> draw(design, design.shares(), job.unit())));
    }

    private static void refuseChanged(Design begun, Design drawn) {
        if (!begun.equals(drawn)) {
            throw new IllegalArgumentException(
                    "expected version " + begun.version() + " of the experiment " + begun.name()
                            + " as it began, " + begun + ", but the step says " + drawn
                            + "; raise the step's version, so that units are drawn anew and figures are kept apart");
        }
    }

    private static boolean takesPart(Design design, String unit) {
        Design.Part part = design.part();
        return new Layer(
                        "layer " + part.layer(),
                        0,
                        List.of(new Variant("before", part.from()), new Variant("part", part.to() - part.from())))
                .assign(unit)
                .filter(slot -> slot.name().equals("part"))
                .isPresent();
    }

    private static String draw(Experiment experiment, String unit) {
        return draw(experiment.design(), experiment.shares(), unit);
    }

    private static String draw(Design design, List<Double> shares, String unit) {
        List<Variant> variants = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            variants.add(new Variant(design.arms().get(i), shares.get(i)));
        }
        Layer layer = new Layer(design.salt(), design.holdOut(), variants);
        return layer.isHeldOut(unit)
                ? Design.HOLD_OUT
                : layer.assign(unit).map(Variant::name).orElse(design.arms().getLast());
    }
}

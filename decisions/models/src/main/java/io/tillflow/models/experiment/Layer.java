package io.tillflow.models.experiment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/**
 * Shares units (customers, orders) out to variants by a hash: the same unit always gets the same variant, and what it gets in one
 * layer says nothing about another.
 *
 * @param name of the layer; experiments that must not overlap share one
 * @param holdOut the part of all units, 0 to 1, that no layer's experiment ever touches
 * @param variants in order, with the share of the others each takes; together at most 1
 */
public record Layer(String name, double holdOut, List<Variant> variants) {
    private static final String HOLD_OUT = "hold-out";
    private static final double RESOLUTION = 1L << 52;

    /** One way to treat a unit. */
    public record Variant(String name, double share) {
        public Variant {
            if (name.isBlank() || !(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "expected a named variant with a share of 0 to 1, but got " + name + " " + share);
            }
        }
    }

    public Layer {
        variants = List.copyOf(variants);
        double total = variants.stream().mapToDouble(Variant::share).sum();
        if (name.isBlank() || !(holdOut >= 0 && holdOut < 1) || total > 1 + 1e-9) {
            throw new IllegalArgumentException(
                    "expected a named layer, a hold-out of 0 to 1 and shares of at most 1 together, but got " + name
                            + ", " + holdOut + ", " + total);
        }
    }

    /** The unit's variant, or nothing: it is held out, or the variants leave a rest. */
    public Optional<Variant> assign(String unit) {
        if (isHeldOut(unit)) {
            return Optional.empty();
        }
        double at = place(name, unit);
        for (Variant variant : variants) {
            if (at < variant.share) {
                return Optional.of(variant);
            }
            at -= variant.share;
        }
        return Optional.empty();
    }

    /** The same units in every layer, so that the effect of all experiments together can be seen. */
    public boolean isHeldOut(String unit) {
        return place(HOLD_OUT, unit) < holdOut;
    }

    /** Even over 0 to 1. */
    private static double place(String salt, String unit) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((salt.length() + ":" + salt + unit).getBytes(StandardCharsets.UTF_8));
            long bits = 0;
            for (int i = 0; i < 8; i++) {
                bits = bits << 8 | (hash[i] & 0xff);
            }
            return (bits >>> 12) / RESOLUTION;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

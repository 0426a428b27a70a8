package io.tillflow.launcher.demo.plan;

import java.util.Random;
import java.util.stream.IntStream;

/** Who orders in a made-up year: some join later, some order far more often than others, and some leave for good. */
final class MadeUpCustomers {
    private static final double THERE_AT_FIRST = 0.5;
    private static final double LAST_JOINS = 0.85;
    private static final double STAYS = 0.8;
    private static final double UNLIKE = 0.9;

    private final Random random;
    private final double[] joins;
    private final double[] leaves;
    private final double[] rates;

    MadeUpCustomers(int customers, long seed) {
        this.random = new Random(seed);
        this.joins = new double[customers];
        this.leaves = new double[customers];
        this.rates = new double[customers];
        for (int i = 0; i < customers; i++) {
            joins[i] = random.nextDouble() < THERE_AT_FIRST ? 0 : random.nextDouble() * LAST_JOINS;
            leaves[i] = joins[i] - STAYS * Math.log(1 - random.nextDouble());
            rates[i] = Math.exp(UNLIKE * random.nextGaussian());
        }
    }

    /** Who orders when that share of the year has passed; anybody, should nobody be there. */
    int at(double passed) {
        double all = IntStream.range(0, rates.length)
                .mapToDouble(i -> rate(i, passed))
                .sum();
        double point = random.nextDouble() * all;
        for (int i = 0; i < rates.length; i++) {
            point -= rate(i, passed);
            if (point < 0) {
                return i;
            }
        }
        return random.nextInt(rates.length);
    }

    boolean isThere(int customer, double passed) {
        return joins[customer] <= passed && passed < leaves[customer];
    }

    private double rate(int customer, double passed) {
        return isThere(customer, passed) ? rates[customer] : 0;
    }
}

package io.tillflow.launcher.demo.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Holds the accounts of the suite's parts against each other. */
public final class Comparison {
    private Comparison() {}

    /**
     * Every disagreement between the parts.
     *
     * @param told what the shop told its shoppers
     */
    public static List<Violation> violations(Facts all, Told told) {
        Facts facts = all.withoutWhatWentBack();
        List<Violation> violations = new ArrayList<>();
        OrderRules.check(facts, told, violations::add);
        MoneyRules.check(facts, violations::add);
        ReturnRules.check(facts, violations::add);
        ExchangeRules.check(facts, violations::add);
        StockRules.check(facts, violations::add);
        TransferRules.check(facts, violations::add);
        ShareRules.check(facts, violations::add);
        ParcelRules.check(facts, violations::add);
        MailRules.check(facts, violations::add);
        return violations;
    }

    /** How many orders lost something. */
    public static long lost(List<Violation> violations) {
        return distinct(violations.stream().filter(Violation::lost));
    }

    /** How many orders had something done twice. */
    public static long duplicates(List<Violation> violations) {
        return distinct(violations.stream().filter(Violation::duplicate));
    }

    private static long distinct(Stream<Violation> violations) {
        return violations.map(Violation::id).distinct().count();
    }
}

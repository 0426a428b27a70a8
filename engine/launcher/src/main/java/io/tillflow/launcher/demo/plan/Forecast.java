package io.tillflow.launcher.demo.plan;

import java.util.EnumMap;
import java.util.Map;

/** What a plan must lead to, said before it runs. */
public final class Forecast {
    private Forecast() {}

    /**
     * How many orders end how.
     *
     * @param settled whether somebody restocks, reviews and delivers; if not, these orders wait
     */
    public static Map<Outcome, Long> of(Plan plan, boolean settled) {
        Map<Outcome, Long> forecast = new EnumMap<>(Outcome.class);
        plan.orders().forEach(order -> forecast.merge(of(order.intent(), settled), 1L, Long::sum));
        return forecast;
    }

    /** Everybody wants one of {@code units}: so many get it, all others are turned away. */
    public static Map<Outcome, Long> contested(Plan plan, int units, boolean settled) {
        Map<Outcome, Long> forecast = new EnumMap<>(Outcome.class);
        long served = Math.min(units, plan.orders().size());
        long away = plan.orders().size() - served;
        if (served > 0) {
            forecast.put(of(Intent.BUYS, settled), served);
        }
        if (away > 0) {
            forecast.put(Outcome.TURNED_AWAY, away);
        }
        return forecast;
    }

    static Outcome of(Intent intent, boolean settled) {
        return switch (intent) {
            case BUYS -> settled ? Outcome.COMPLETED : Outcome.WAITING_FOR_DELIVERY;
            case DECLINED_THEN_PAYS -> settled ? Outcome.COMPLETED_AFTER_DECLINE : Outcome.WAITING_FOR_DELIVERY;
            case NEVER_PAYS -> Outcome.CANCELLED_UNPAID;
            case SHORT_OF_STOCK -> settled ? Outcome.COMPLETED_AFTER_RESTOCK : Outcome.WAITING_FOR_RESTOCK;
            case CANCELS_UNPAID, CANCELS_WHILE_SHORT -> Outcome.CANCELLED_BY_SHOPPER;
            case REVIEW_APPROVES -> settled ? Outcome.COMPLETED_AFTER_REVIEW : Outcome.WAITING_FOR_REVIEW;
            case REVIEW_REJECTS -> settled ? Outcome.REFUSED_BY_REVIEW : Outcome.WAITING_FOR_REVIEW;
            case PARCEL_LOST -> settled ? Outcome.LOST_AND_REFUNDED : Outcome.WAITING_FOR_DELIVERY;
        };
    }
}

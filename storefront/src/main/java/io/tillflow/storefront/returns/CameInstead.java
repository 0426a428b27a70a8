package io.tillflow.storefront.returns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What a shopper got instead of something and may send back, for money or for yet another variant.
 *
 * @param cameBy the exchange
 * @param position of the line of the order that it came for
 * @param price what one of it counts, in minor units
 * @param left how many are neither back nor on their way
 */
public record CameInstead(UUID cameBy, int position, String sku, String label, long price, int left) {

    /** The name of its field in a form; that of what is wanted instead begins with x. */
    public String field() {
        return "k" + position + "-" + cameBy + "-" + sku;
    }

    public AskReturn.Came came() {
        return new AskReturn.Came(cameBy, sku);
    }

    boolean is(int line, AskReturn.Came came) {
        return position == line && cameBy.equals(came.by()) && sku.equals(came.sku());
    }

    OrderReturn.Line line(int quantity) {
        return new OrderReturn.Line(position, sku, quantity, null, null, null, cameBy, label, price);
    }

    /** @param counted all returns of an order that were not refused */
    static List<CameInstead> of(List<OrderReturn> counted) {
        List<CameInstead> came = new ArrayList<>();
        for (OrderReturn exchange : counted) {
            if (exchange.state() == ReturnState.EXCHANGED) {
                Map<String, CameInstead> things = new LinkedHashMap<>();
                exchange.lines().stream()
                        .filter(line -> line.instead() != null)
                        .map(line -> of(exchange, line))
                        .forEach(it -> things.merge(it.field(), it, CameInstead::and));
                things.values().forEach(it -> came.add(it.less(back(it, counted))));
            }
        }
        return came;
    }

    private static CameInstead of(OrderReturn exchange, OrderReturn.Line line) {
        return new CameInstead(
                exchange.id(),
                line.position(),
                Objects.requireNonNull(line.instead()),
                Objects.requireNonNull(line.insteadLabel()),
                Objects.requireNonNull(line.insteadPrice()),
                line.quantity());
    }

    private static int back(CameInstead it, List<OrderReturn> counted) {
        return counted.stream()
                .flatMap(back -> back.lines().stream())
                .filter(line -> it.line(1).isOf(line))
                .mapToInt(OrderReturn.Line::quantity)
                .sum();
    }

    private CameInstead and(CameInstead same) {
        return less(-same.left());
    }

    private CameInstead less(int back) {
        return new CameInstead(cameBy, position, sku, label, price, left - back);
    }
}

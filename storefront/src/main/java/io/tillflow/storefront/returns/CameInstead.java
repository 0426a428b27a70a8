package io.tillflow.storefront.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What a shopper got instead of something and may send back for money.
 *
 * @param cameBy the exchange
 * @param position of the line of the order that it came for
 * @param price what one of it counts, in minor units
 * @param left how many are neither back nor on their way
 */
public record CameInstead(UUID cameBy, int position, String sku, String label, long price, int left) {

    /** The name of its field in a form. */
    public String field() {
        return "k" + position + "-" + cameBy;
    }

    OrderReturn.Line line(int quantity) {
        return new OrderReturn.Line(position, sku, quantity, null, null, null, cameBy, label, price);
    }

    /** @param counted all returns of an order that were not refused */
    static List<CameInstead> of(List<OrderReturn> counted) {
        List<CameInstead> came = new ArrayList<>();
        for (OrderReturn exchange : counted) {
            if (exchange.state() == ReturnState.EXCHANGED) {
                exchange.lines().stream()
                        .filter(line -> line.instead() != null)
                        .forEach(line -> came.add(of(exchange, line, counted)));
            }
        }
        return came;
    }

    private static CameInstead of(OrderReturn exchange, OrderReturn.Line line, List<OrderReturn> counted) {
        int back = counted.stream()
                .flatMap(it -> it.lines().stream())
                .filter(it -> exchange.id().equals(it.cameBy()) && it.position() == line.position())
                .mapToInt(OrderReturn.Line::quantity)
                .sum();
        return new CameInstead(
                exchange.id(),
                line.position(),
                Objects.requireNonNull(line.instead()),
                Objects.requireNonNull(line.insteadLabel()),
                Objects.requireNonNull(line.insteadPrice()),
                line.quantity() - back);
    }
}

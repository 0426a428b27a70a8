package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.events.EventKind;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.returns.AskReturn;
import io.tillflow.storefront.returns.CameInstead;
import io.tillflow.storefront.returns.Exchanges;
import io.tillflow.storefront.returns.ReturnReason;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a shopper says what comes back and why; the automation answers on the order's page. */
@Controller
public class ReturnPage {
    private final Orders orders;
    private final AskReturn asking;
    private final Exchanges exchanges;
    private final Footprints footprints;
    private final Shells shells;
    private final Templates templates;

    ReturnPage(
            Orders orders,
            AskReturn asking,
            Exchanges exchanges,
            Footprints footprints,
            Shells shells,
            Templates templates) {
        this.orders = orders;
        this.asking = asking;
        this.exchanges = exchanges;
        this.footprints = footprints;
        this.shells = shells;
        this.templates = templates;
    }

    /**
     * What was chosen, as it was chosen.
     *
     * @param fields how many of each thing and what instead, by the names of their fields
     */
    public record Typed(String id, String reason, Map<String, String> fields, String problem) {
        private static final String INSTEAD = "x";

        public String quantity(String field) {
            return fields.getOrDefault(field, "0");
        }

        /** The variant wanted instead of what this field is for; empty for money. */
        public String instead(String field) {
            return fields.getOrDefault(INSTEAD + field, "");
        }
    }

    /** Whether the order's page offers it. */
    public static boolean open(Order order) {
        return AskReturn.open(order);
    }

    @GetMapping("/orders/{id}/return")
    ResponseEntity<byte[]> form(
            HttpServletRequest request, @PathVariable UUID id, @RequestParam(defaultValue = "") String token) {
        Typed typed = new Typed(UUID.randomUUID().toString(), "", Map.of(), "");
        return page(request, HttpStatus.OK, allowed(id, token), typed);
    }

    @PostMapping("/orders/{id}/return")
    ResponseEntity<?> ask(HttpServletRequest request, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        Order order = allowed(id, fields.getOrDefault("token", ""));
        Typed typed =
                new Typed(key(fields.getOrDefault("id", "")).toString(), fields.getOrDefault("reason", ""), fields, "");
        Optional<ReturnReason> reason = ReturnReason.shoppers().stream()
                .filter(known -> known.name().equals(typed.reason()))
                .findFirst();
        List<CameInstead> there = asking.cameInstead(order);
        String problem = problem(typed, order, there, reason.isPresent());
        if (problem.isEmpty()) {
            switch (asking.ask(id, key(typed.id()), reason.orElseThrow(), chosen(typed, order, there))) {
                case AskReturn.Answer.Taken ignored -> {
                    footprints.note(request, EventKind.RETURN, null, Map.of("order", order.number()));
                    return ResponseEntity.status(HttpStatus.SEE_OTHER)
                            .location(URI.create(order.path() + "#returns"))
                            .build();
                }
                case AskReturn.Answer.Refused refused -> problem = refused.why();
            }
        }
        Typed again = new Typed(typed.id(), typed.reason(), fields, problem);
        return page(request, HttpStatus.UNPROCESSABLE_CONTENT, order, again);
    }

    private static List<AskReturn.Chosen> chosen(Typed typed, Order order, List<CameInstead> there) {
        List<AskReturn.Chosen> chosen = new ArrayList<>();
        for (int position = 0; position < order.lines().size(); position++) {
            String field = bought(position);
            chosen.add(new AskReturn.Chosen(position, number(typed, field), typed.instead(field), null));
        }
        there.forEach(it -> chosen.add(
                new AskReturn.Chosen(it.position(), number(typed, it.field()), typed.instead(it.field()), it.came())));
        return chosen;
    }

    /** The name of a bought line's field. */
    public static String bought(int position) {
        return "q" + position;
    }

    private static int number(Typed typed, String field) {
        String quantity = typed.quantity(field).strip();
        return quantity.isEmpty() ? 0 : Integer.parseInt(quantity);
    }

    private static String problem(Typed typed, Order order, List<CameInstead> there, boolean reasonGiven) {
        boolean plain = Stream.concat(
                        IntStream.range(0, order.lines().size()).mapToObj(ReturnPage::bought),
                        there.stream().map(CameInstead::field))
                .allMatch(field -> typed.quantity(field).strip().matches("\\d{0,3}"));
        if (!plain) {
            return say("order.plainNumber");
        }
        return reasonGiven ? "" : say("order.chooseReason");
    }

    /** A form's own id, so that sending it twice asks once; anything else becomes a new one. */
    static UUID key(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException forged) {
            return UUID.randomUUID();
        }
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, HttpStatus status, Order order, Typed typed) {
        Shell shell = shells.of(request, say("help.returns"));
        return Money.in(order.currency(), () -> shown(shell, status, order, typed));
    }

    private ResponseEntity<byte[]> shown(Shell shell, HttpStatus status, Order order, Typed typed) {
        List<CameInstead> came = asking.cameInstead(order);
        return templates.page(
                status,
                "return",
                Map.of(
                        "shell",
                        shell,
                        "order",
                        order,
                        "left",
                        asking.left(order),
                        "exchanged",
                        asking.exchangedAway(order),
                        "choices",
                        order.lines().stream()
                                .map(line -> exchanges.choices(line.sku(), line.unitPrice()))
                                .toList(),
                        "came",
                        came,
                        "cameChoices",
                        came.stream()
                                .map(it -> exchanges.choices(it.sku(), it.price()))
                                .toList(),
                        "days",
                        asking.daysAllowed(order),
                        "typed",
                        typed));
    }

    private Order allowed(UUID id, String token) {
        return orders.find(id)
                .filter(order -> order.opensWith(token) && open(order))
                .orElseThrow(NotHere::new);
    }
}

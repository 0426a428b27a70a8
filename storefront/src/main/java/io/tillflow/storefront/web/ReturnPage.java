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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

    /** What was chosen, as it was chosen. */
    public record Typed(
            String id,
            String reason,
            Map<Integer, String> quantities,
            Map<Integer, String> instead,
            Map<String, String> came,
            String problem) {}

    /** Whether the order's page offers it. */
    public static boolean open(Order order) {
        return AskReturn.open(order);
    }

    @GetMapping("/orders/{id}/return")
    ResponseEntity<byte[]> form(
            HttpServletRequest request, @PathVariable UUID id, @RequestParam(defaultValue = "") String token) {
        Typed typed = new Typed(UUID.randomUUID().toString(), "", Map.of(), Map.of(), Map.of(), "");
        return page(request, HttpStatus.OK, allowed(id, token), typed);
    }

    @PostMapping("/orders/{id}/return")
    ResponseEntity<?> ask(HttpServletRequest request, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        Order order = allowed(id, fields.getOrDefault("token", ""));
        Map<Integer, String> quantities = new HashMap<>();
        Map<Integer, String> instead = new HashMap<>();
        for (int position = 0; position < order.lines().size(); position++) {
            quantities.put(position, fields.getOrDefault("q" + position, "").strip());
            instead.put(position, fields.getOrDefault("x" + position, ""));
        }
        List<CameInstead> there = asking.cameInstead(order);
        Map<String, String> came = new HashMap<>();
        there.forEach(
                it -> came.put(it.field(), fields.getOrDefault(it.field(), "").strip()));
        Optional<ReturnReason> reason = ReturnReason.shoppers().stream()
                .filter(known -> known.name().equals(fields.get("reason")))
                .findFirst();
        UUID key = key(fields.getOrDefault("id", ""));
        String problem =
                problem(Stream.concat(quantities.values().stream(), came.values().stream()), reason.isPresent());
        if (problem.isEmpty()) {
            List<AskReturn.Chosen> chosen = new ArrayList<>();
            quantities.forEach((position, typed) -> chosen.add(
                    new AskReturn.Chosen(position, number(typed), instead.getOrDefault(position, ""), null)));
            there.forEach(it -> chosen.add(
                    new AskReturn.Chosen(it.position(), number(came.getOrDefault(it.field(), "")), "", it.cameBy())));
            switch (asking.ask(id, key, reason.orElseThrow(), chosen)) {
                case AskReturn.Answer.Taken ignored -> {
                    footprints.note(request, EventKind.RETURN, null, Map.of("order", order.number()));
                    return ResponseEntity.status(HttpStatus.SEE_OTHER)
                            .location(URI.create(order.path() + "#returns"))
                            .build();
                }
                case AskReturn.Answer.Refused refused -> problem = refused.why();
            }
        }
        Typed typed = new Typed(key.toString(), fields.getOrDefault("reason", ""), quantities, instead, came, problem);
        return page(request, HttpStatus.UNPROCESSABLE_CONTENT, order, typed);
    }

    private static int number(String typed) {
        return typed.isEmpty() ? 0 : Integer.parseInt(typed);
    }

    private static String problem(Stream<String> quantities, boolean reasonGiven) {
        if (!quantities.allMatch(typed -> typed.matches("\\d{0,3}"))) {
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
                        order.lines().stream().map(exchanges::choices).toList(),
                        "came",
                        asking.cameInstead(order),
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

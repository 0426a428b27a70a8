package io.tillflow.launcher.demo.suite;

import io.tillflow.launcher.demo.proof.MailFact;
import io.tillflow.launcher.demo.proof.MoneyFact;
import io.tillflow.launcher.demo.proof.PaymentFact;
import io.tillflow.launcher.demo.proof.ShipmentFact;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The sandbox providers and the mailbox: what they did, and what can be made to happen there. */
public final class Providers {
    private static final int TOGETHER = 20;
    private static final double SHARE = 0.3;

    private final Suite suite;
    private final Http http;
    private final Clock clock;

    public Providers(Suite suite, Http http, Clock clock) {
        this.suite = suite;
        this.http = http;
        this.clock = clock;
    }

    public List<PaymentFact> payments() {
        return suite.all(
                http,
                url("/sandbox/payments"),
                row -> new PaymentFact(
                        text(row, "id"),
                        text(row, "reference"),
                        text(row, "status"),
                        amount(row),
                        text(row, "currency"),
                        held(text(row, "heldSince"))));
    }

    private Duration held(String since) {
        return since.isEmpty() ? Duration.ZERO : Duration.between(Instant.parse(since), clock.instant());
    }

    public List<MoneyFact> charges() {
        return suite.all(http, url("/sandbox/charges"), Providers::money);
    }

    public List<MoneyFact> refunds() {
        return suite.all(http, url("/sandbox/refunds"), Providers::money);
    }

    /** What shoppers' banks took back against the shop's will, or with its leave. */
    public List<MoneyFact> lostDisputes() {
        return suite.all(http, url("/sandbox/disputes"), row -> row).stream()
                .filter(row -> row.path("takenBack").asLong() > 0)
                .map(row -> new MoneyFact(
                        text(row, "id"),
                        text(row, "paymentId"),
                        text(row, "reference"),
                        row.path("takenBack").asLong(),
                        text(row, "currency"),
                        text(row, "createdAt")))
                .toList();
    }

    /** Parcels to shoppers; those that come back belong to a return, not to an order. */
    public List<ShipmentFact> shipments() {
        return suite.all(http, url("/sandbox/shipments"), row -> row).stream()
                .filter(row -> !text(row, "service").equals("return"))
                .map(row -> new ShipmentFact(
                        text(row, "id"),
                        text(row, "reference"),
                        text(row, "status"),
                        text(row, "carrier"),
                        text(row, "trackingNumber")))
                .toList();
    }

    /** Says as the carrier that a parcel was delivered or lost. */
    public void shipmentEvent(String shipment, String type) {
        http.send(Call.post(url("/sandbox/shipments/" + shipment + "/events"))
                        .bearer(suite.serviceToken())
                        .json(Map.of("type", type)))
                .accepted();
    }

    /** Ids of orders that no instance was begun for, as their automation was off, or is paused. */
    public Set<String> setAside() {
        return Stream.of("UNWANTED", "HELD")
                .flatMap(state -> suite
                        .all(http, url("/intake/events?type=order-placed&state=" + state), row -> text(row, "subject"))
                        .stream())
                .collect(Collectors.toSet());
    }

    public List<MailFact> mails() {
        return suite.all(http, url("/mailbox"), Providers::mail);
    }

    public List<MailFact> mails(String to) {
        return suite.all(http, url("/mailbox?to=" + Call.encode(to)), Providers::mail);
    }

    /** The letter itself, as text or HTML. */
    public String mailBody(String id) {
        JsonNode mail = http.send(Call.get(url("/mailbox/" + id)).bearer(suite.serviceToken()))
                .accepted()
                .json();
        return text(mail, "text") + "\n" + text(mail, "html");
    }

    /** Makes a provider worse, or well again. */
    public void fault(Map<String, Object> fault) {
        http.send(Call.put(url("/sandbox/faults")).bearer(suite.serviceToken()).json(fault))
                .accepted();
    }

    /** Lets the connectors' process die so often between effects and completions; 0 calls it off. */
    public void drill(int deaths) {
        http.send(Call.put(url("/sandbox/drill"))
                        .bearer(suite.serviceToken())
                        .json(Map.of("deathsLeft", deaths, "together", deaths == 0 ? 1 : TOGETHER, "share", SHARE)))
                .accepted();
    }

    /** What the drill has come to so far. */
    public Drill drilled() {
        JsonNode report = http.send(Call.get(url("/sandbox/drill")).bearer(suite.serviceToken()))
                .accepted()
                .json();
        Map<String, Long> interrupted = new TreeMap<>();
        report.path("interrupted")
                .properties()
                .forEach(effect ->
                        interrupted.put(effect.getKey(), effect.getValue().asLong()));
        return new Drill(report.path("deaths").asInt(), interrupted);
    }

    /** Tells the automation as a schedule does that it is time to look for articles that are low; told again it is known by its id. */
    public void stockCheckDue(String id, Instant at) {
        http.send(Call.post(url("/intake/events"))
                        .bearer(suite.serviceToken())
                        .json(List.of(Map.of(
                                "source",
                                "demo",
                                "id",
                                id,
                                "type",
                                "stock-check-due",
                                "subject",
                                id,
                                "time",
                                at.toString(),
                                "data",
                                Map.of("businessKey", id)))))
                .accepted();
    }

    private static MoneyFact money(JsonNode row) {
        return new MoneyFact(
                text(row, "id"),
                text(row, "paymentId"),
                text(row, "reference"),
                amount(row),
                text(row, "currency"),
                text(row, "createdAt"));
    }

    private static MailFact mail(JsonNode row) {
        return new MailFact(text(row, "id"), text(row, "to"), text(row, "subject"), text(row, "receivedAt"));
    }

    private static long amount(JsonNode row) {
        return row.path("amount").asLong();
    }

    private static String text(JsonNode row, String field) {
        return row.path(field).asString("");
    }

    private String url(String path) {
        return suite.connectors() + "/api/v1" + path;
    }
}

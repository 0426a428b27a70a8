package io.tillflow.connectors.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A drawn sign for each family, as a data URI. */
final class Icons {
    private static final String OPENING =
            "<svg xmlns='http://www.w3.org/2000/svg' width='18' height='18' viewBox='0 0 24 24' fill='none' stroke='#1f2937'"
                    + " stroke-width='1.8' stroke-linecap='round' stroke-linejoin='round'>";

    private Icons() {}

    static String of(String family) {
        String svg = OPENING + shape(family) + "</svg>";
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    private static String shape(String family) {
        return switch (family) {
            case "payments", "payment" ->
                "<rect x='3' y='6' width='18' height='12' rx='2'/><path d='M3 10h18M7 15h3'/>";
            case "shipping", "shipment" ->
                "<path d='M3 7h10v9H3zM13 10h4l4 3v3h-8z'/><circle cx='7' cy='17' r='2'/><circle cx='17' cy='17' r='2'/>";
            case "suppliers", "purchase" -> "<path d='M3 20V9l6 4V9l6 4V9l6 4v7z'/><path d='M7 17h2M13 17h2'/>";
            case "commerce", "order", "stock" -> "<path d='M4 9l1-4h14l1 4M5 9v10h14V9M4 9h16M10 19v-5h4v5'/>";
            case "messaging", "letter" -> "<rect x='3' y='6' width='18' height='12' rx='2'/><path d='M4 8l8 6 8-6'/>";
            case "sms" -> "<rect x='8' y='3' width='8' height='18' rx='2'/><path d='M11 18h2'/>";
            case "chat" -> "<path d='M4 5h16v11H10l-4 4v-4H4z'/>";
            case "ai" -> "<path d='M12 3l2 6 6 3-6 3-2 6-2-6-6-3 6-3z'/>";
            case "http" -> "<circle cx='12' cy='12' r='9'/><path d='M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18'/>";
            case "files" -> "<path d='M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6'/>";
            case "analytics", "export" -> "<path d='M4 20h16M7 20v-6M12 20V8M17 20V4'/>";
            case "schedule" -> "<circle cx='12' cy='12' r='9'/><path d='M12 7v5l3 2'/>";
            case "pattern" -> "<path d='M3 12h4l3-7 4 14 3-7h4'/>";
            case "webhook" ->
                "<circle cx='6' cy='17' r='3'/><circle cx='18' cy='17' r='3'/><circle cx='12' cy='6' r='3'/><path d='M9 17h6M11 9l-3 5M13 9l3 5'/>";
            case "intelligence", "training" -> "<path d='M4 20l5-7 4 3 7-11M15 5h5v5'/>";
            default -> "<path d='M13 3L5 14h6l-1 7 8-11h-6z'/>";
        };
    }
}

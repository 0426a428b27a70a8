package io.tillflow.launcher.demo.plan;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** A made-up shopper. */
public record Persona(String name, String email, String street, String postcode, String town, String country) {
    private static final List<String> FIRST = List.of(
            "Ada", "Bela", "Cleo", "Dario", "Edda", "Finn", "Greta", "Hugo", "Ines", "Jonas", "Kaja", "Levi", "Mira",
            "Nils", "Oda", "Pavel", "Romy", "Sami", "Tilda", "Umut", "Vera", "Wim", "Yara", "Zeno");
    private static final List<String> LAST = List.of(
            "Ahrens", "Brandt", "Castell", "Dahl", "Engel", "Falk", "Gruber", "Holm", "Iversen", "Jansen", "Keller",
            "Lind", "Moser", "Noack", "Ott", "Pohl", "Reuter", "Sander", "Thoma", "Ude", "Vogel", "Winter");
    private static final List<String> STREETS =
            List.of("Lindenweg", "Am Hang", "Uferstraße", "Mühlgasse", "Feldrain", "Kastanienallee", "Marktplatz");
    private static final List<String> TOWNS =
            List.of("Berlin", "Hamburg", "München", "Köln", "Leipzig", "Freiburg", "Rostock", "Weimar");

    /** Parcels to this postcode reach nobody by themselves: the demo's own carrier decides what becomes of them. */
    private static final String POSTCODE = "00006";

    /** A shopper of the order's own: no two orders of any run share an address for e-mail, so none inherits a past. */
    static Persona drawn(RandomGenerator random, int index, String runTag) {
        String first = pick(FIRST, random);
        String last = pick(LAST, random);
        String email = "%s.%s.%s.%d@example.com".formatted(first, last, runTag, index);
        return new Persona(
                first + " " + last,
                email.toLowerCase(Locale.ROOT),
                pick(STREETS, random) + " " + (1 + random.nextInt(120)),
                POSTCODE,
                pick(TOWNS, random),
                "DE");
    }

    /** The same, living where the sandbox's carriers deliver. */
    Persona reachable() {
        return new Persona(name, email, street, "10115", town, country);
    }

    private static <T> T pick(List<T> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }
}

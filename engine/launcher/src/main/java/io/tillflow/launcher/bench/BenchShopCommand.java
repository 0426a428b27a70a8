package io.tillflow.launcher.bench;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.cli.Copy;
import io.tillflow.launcher.cli.CopyOptions;
import io.tillflow.launcher.cli.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tillflow bench shop}: how quickly the shop's pages answer under load while the whole suite runs. */
@Command(
        name = "shop",
        description = {
            "Opens home, shelves, products and searches of the running shop at a fixed rate and tells the 99th percentile,",
            "in turns with a bare web server that answers pages of the same size. Exit code 0: within the goal."
        },
        mixinStandardHelpOptions = true)
final class BenchShopCommand implements Callable<Integer> {
    private static final Pattern LINK = Pattern.compile("href=\"(/(?:c|p)/[^\"#?]+)\"");
    private static final List<String> SEARCHES = List.of("lamp", "wool+blanket", "blnket", "cup+for+espresso", "tent");
    private static final int MOST_PAGES = 40;
    private static final double GOAL = 50;

    @Mixin
    private CopyOptions copy = new CopyOptions();

    @Option(names = "--rate", paramLabel = "R", defaultValue = "300", description = "Requests a second (default: 300).")
    private int rate;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "10", description = "How long each round lasts.")
    private int seconds;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "Rounds of each (default: 5).")
    private int rounds;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (rate < 1 || rate > 5000 || seconds < 1 || seconds > 600 || rounds < 1 || rounds > 50) {
            throw new Trouble("Use --rate 1 to 5000, --seconds 1 to 600, --rounds 1 to 50.");
        }
        URI shop = Copy.of(copy).reach().shop();
        try (HttpClient client = client()) {
            List<URI> pages = pages(client, shop);
            List<byte[]> bodies = new ArrayList<>();
            for (URI page : pages) {
                bodies.add(get(client, page).body());
            }
            try (Yardstick yardstick = new Yardstick(bodies)) {
                Map<String, Object> document = measure(client, pages, yardstick.pages());
                if (json) {
                    Json.print(System.out, document);
                } else {
                    ((List<?>) document.getOrDefault("lines", List.of())).forEach(System.out::println);
                }
                return Boolean.TRUE.equals(document.get("ok")) ? 0 : 1;
            }
        }
    }

    private Map<String, Object> measure(HttpClient client, List<URI> ours, List<URI> peers)
            throws InterruptedException {
        Load shop = new Load(client, ours, rate, Duration.ofSeconds(seconds));
        Load peer = new Load(client, peers, rate, Duration.ofSeconds(seconds));
        System.err.println("warming up");
        shop.run();
        peer.run();
        List<Load.Round> here = new ArrayList<>();
        List<Load.Round> there = new ArrayList<>();
        for (int n = 1; n <= rounds; n++) {
            here.add(shop.run());
            there.add(peer.run());
            System.err.printf(
                    Locale.ROOT,
                    "round %d: p99 %.1f ms, yardstick %.1f ms%n",
                    n,
                    here.getLast().percentile(99),
                    there.getLast().percentile(99));
        }
        int failed = here.stream().mapToInt(Load.Round::failed).sum();
        List<Map<String, Object>> lines =
                List.of(line("pages p99", 99, here, there, GOAL), line("pages p50", 50, here, there, GOAL));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("ok", failed == 0 && lines.stream().allMatch(line -> Boolean.TRUE.equals(line.get("ok"))));
        document.put("machine", BenchLine.machine());
        document.put("rate", rate);
        document.put("pages", ours.size());
        document.put("failed", failed);
        document.put("lines", lines);
        return document;
    }

    /** Ours and the yardstick's are medians over the rounds; least and most are ours. */
    private static Map<String, Object> line(
            String name, int p, List<Load.Round> here, List<Load.Round> there, double goal) {
        List<Double> ours =
                here.stream().map(round -> round.percentile(p)).sorted().toList();
        List<Double> peer =
                there.stream().map(round -> round.percentile(p)).sorted().toList();
        double median = ours.get(ours.size() / 2);
        double yardstick = peer.get(peer.size() / 2);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", name);
        line.put("unit", "ms");
        line.put("ours", BenchLine.rounded(median));
        line.put("peer", BenchLine.rounded(yardstick));
        line.put("ratio", yardstick == 0 ? 0 : BenchLine.rounded(median / yardstick));
        line.put("min", BenchLine.rounded(ours.getFirst()));
        line.put("max", BenchLine.rounded(ours.getLast()));
        line.put("n", ours.size());
        line.put("goal", goal);
        line.put("ok", median < goal);
        return line;
    }

    private static List<URI> pages(HttpClient client, URI shop) throws IOException, InterruptedException {
        List<URI> pages = new ArrayList<>(List.of(shop.resolve("/"), shop.resolve("/shelves")));
        Matcher links = LINK.matcher(
                new String(get(client, shop.resolve("/")).body(), java.nio.charset.StandardCharsets.UTF_8));
        while (links.find() && pages.size() < MOST_PAGES) {
            URI page = shop.resolve(links.group(1));
            if (!pages.contains(page)) {
                pages.add(page);
            }
        }
        SEARCHES.forEach(words -> pages.add(shop.resolve("/search?q=" + words)));
        return pages;
    }

    private static HttpResponse<byte[]> get(HttpClient client, URI page) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw Trouble.notReachable("Expected " + page + " to answer 200, but it says " + answer.statusCode() + ".");
        }
        return answer;
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .executor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }
}

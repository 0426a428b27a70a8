package io.tillflow.launcher.bench;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.cli.Copy;
import io.tillflow.launcher.cli.CopyOptions;
import io.tillflow.launcher.cli.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tillflow bench shop}: how quickly the shop's pages answer under load while the whole suite runs. */
@Command(
        name = "shop",
        description = {
            "Opens home, shelves, products and searches of the running shop at a fixed rate and tells the 99th percentile,",
            "once as somebody of whom nothing is known, once as visitors who agreed to personal pages and looked at products,",
            "in turns with a bare web server that answers pages of the same size. Exit code 0: within the goals."
        },
        mixinStandardHelpOptions = true)
final class BenchShopCommand implements Callable<Integer> {
    private static final int REGULARS = 40;

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
        try (HttpClient client = client();
                Regulars regulars = new Regulars(client, shop)) {
            ShopPages found = new ShopPages(client, shop);
            List<URI> pages = found.all();
            List<HttpRequest> unknown = pages.stream().map(ShopPages::request).toList();
            List<byte[]> bodies = new ArrayList<>();
            for (HttpRequest page : unknown) {
                bodies.add(found.open(page).body());
            }
            regulars.come(REGULARS, pages);
            try (Yardstick yardstick = new Yardstick(bodies)) {
                List<HttpRequest> bare =
                        yardstick.pages().stream().map(ShopPages::request).toList();
                ShopRounds measured = new ShopRounds(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
                WarmUp warmUp =
                        measure(measured, load(client, unknown), load(client, regulars.requests()), load(client, bare));
                return tell(measured, measured.lines(regulars.firstPages(REGULARS)), warmUp, pages.size());
            }
        }
    }

    private WarmUp measure(ShopRounds measured, Load unknown, Load regulars, Load bare) throws InterruptedException {
        Load both = load(
                unknown.client(),
                Stream.concat(unknown.pages().stream(), regulars.pages().stream())
                        .toList());
        WarmUp warmUp = WarmUp.of(both::run);
        System.err.println(warmUp.text());
        bare.run();
        for (int n = 1; n <= rounds; n++) {
            measured.unknown().add(unknown.run());
            measured.known().add(regulars.run());
            measured.bare().add(bare.run());
            System.err.printf(
                    Locale.ROOT,
                    "round %d: p99 %.1f ms, with personal rows %.1f ms, yardstick %.1f ms%n",
                    n,
                    measured.unknown().getLast().percentile(99),
                    measured.known().getLast().percentile(99),
                    measured.bare().getLast().percentile(99));
        }
        return warmUp;
    }

    private int tell(ShopRounds measured, List<BenchLine> lines, WarmUp warmUp, int pages) {
        boolean ok = measured.failed() == 0 && lines.stream().allMatch(BenchLine::ok);
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("ok", ok);
            document.put("machine", BenchLine.machine());
            document.put("rate", rate);
            document.put("pages", pages);
            document.put("regulars", REGULARS);
            document.put("failed", measured.failed());
            document.put("warm_up", warmUp);
            document.put("lines", lines.stream().map(BenchLine::document).toList());
            Json.print(System.out, document);
        } else {
            System.out.printf(
                    Locale.ROOT,
                    "%d pages at %d a second, %s, %s; %d requests failed%n",
                    pages,
                    rate,
                    BenchLine.machine(),
                    warmUp.text(),
                    measured.failed());
            lines.forEach(line -> System.out.println(line.text()));
        }
        return ok ? 0 : 1;
    }

    private Load load(HttpClient client, List<HttpRequest> pages) {
        return new Load(client, pages, rate, Duration.ofSeconds(seconds));
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }
}

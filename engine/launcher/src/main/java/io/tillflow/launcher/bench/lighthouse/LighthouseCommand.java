package io.tillflow.launcher.bench.lighthouse;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.bench.BenchLine;
import io.tillflow.launcher.cli.Copy;
import io.tillflow.launcher.cli.CopyOptions;
import io.tillflow.launcher.cli.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code tillflow bench lighthouse}: the shop's pages as a phone on a slow line sees them. */
@Command(
        name = "lighthouse",
        description = {
            "Visits home, category, product and a filled cart of the running shop with Lighthouse " + BrowserKit.VERSION
                    + ", mobile preset,",
            "and tells the median of each figure. It is fetched by npm into target at its first use.",
            "Exit code 0: every median within its goal."
        },
        mixinStandardHelpOptions = true)
public final class LighthouseCommand implements Callable<Integer> {
    @Mixin
    private CopyOptions copy = new CopyOptions();

    @Option(names = "--runs", paramLabel = "N", defaultValue = "5", description = "Visits of each page (default: 5).")
    private int runs;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (runs < 1 || runs > 25) {
            throw new Trouble("Use --runs 1 to 25.");
        }
        List<Page> pages;
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            pages = new Pages(client, Copy.of(copy).reach().shop()).all();
        }
        Lighthouse lighthouse = new Lighthouse(BrowserKit.ready());
        List<Measured> measured = new ArrayList<>();
        for (Page page : pages) {
            measured.addAll(measure(lighthouse, page));
        }
        boolean ok = measured.stream().allMatch(Measured::ok);
        if (json) {
            Json.print(System.out, document(pages, measured, ok, lighthouse.reports()));
        } else {
            System.out.print(Table.of(pages, measured, runs));
            System.out.println("Reports: " + lighthouse.reports());
        }
        return ok ? 0 : 1;
    }

    private List<Measured> measure(Lighthouse lighthouse, Page page) throws IOException, InterruptedException {
        List<JsonNode> reports = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            System.err.println(page.name() + ", visit " + run + " of " + runs);
            reports.add(lighthouse.visit(page, run));
        }
        List<Measured> measured = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            measured.add(new Measured(
                    page, figure, reports.stream().map(figure::read).toList()));
        }
        return measured;
    }

    private Map<String, Object> document(List<Page> pages, List<Measured> measured, boolean ok, Path reports) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("ok", ok);
        document.put("machine", BenchLine.machine());
        document.put("lighthouse", BrowserKit.VERSION);
        document.put("runs", runs);
        document.put("lines", measured.stream().map(Measured::document).toList());
        document.put("leftOut", Table.leftOut(pages));
        document.put("reports", reports.toString());
        return document;
    }
}

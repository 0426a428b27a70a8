package io.tillflow.launcher.cli;

import io.tillflow.launcher.remote.Pages;
import io.tillflow.launcher.suite.Endpoints;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tillflow routes}: every page of the suite, with an address that shows it now. */
@Command(name = "routes", description = "Lists every page of the running suite.", mixinStandardHelpOptions = true)
final class RoutesCommand implements Callable<Integer> {

    @Mixin
    private CopyOptions copy = new CopyOptions();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        Endpoints endpoints = Copy.of(copy).reach();
        List<Pages.Page> pages = new Pages(endpoints.shop(), endpoints.studio(), endpoints.cliToken()).all();
        if (json) {
            Json.print(System.out, Map.of("routes", pages));
        } else {
            pages.forEach(it -> System.out.printf(
                    "%-8s %-32s %-12s %s%n",
                    it.app(), it.url(), it.role(), Objects.requireNonNullElse(it.fixture(), "-")));
        }
        return 0;
    }
}

package io.tillflow.launcher.demo;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.cli.Copy;
import io.tillflow.launcher.cli.CopyOptions;
import io.tillflow.launcher.cli.Json;
import io.tillflow.launcher.demo.suite.Http;
import io.tillflow.launcher.demo.suite.Suite;
import io.tillflow.launcher.demo.suite.Unreachable;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tillflow verify shop}: whether orders, money, stock, parcels, e-mails and history agree. */
@Command(
        name = "shop",
        description = {
            "Compares every order with its charges, stock movements, parcels, e-mails and history.",
            "Exit code 0: they agree. 1: they do not; the violations say where."
        },
        mixinStandardHelpOptions = true)
public final class VerifyShopCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Mixin
    private CopyOptions copy = new CopyOptions();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        Suite suite = SuiteAccess.of(Copy.of(copy).reach());
        try (Http http = new Http(PATIENCE)) {
            ShopAudit audit = ShopAudit.of(suite, http, Clock.systemUTC());
            if (json) {
                Json.print(System.out, audit.document());
            } else {
                audit.print(System.out);
            }
            return audit.holds() ? 0 : 1;
        } catch (Unreachable away) {
            throw Trouble.notReachable("The suite stopped answering: " + away.getMessage());
        }
    }
}

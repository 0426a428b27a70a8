package io.tillflow.launcher.demo;

import io.tillflow.launcher.demo.Kills.Kill;
import io.tillflow.launcher.demo.plan.Article;
import io.tillflow.launcher.demo.plan.Forecast;
import io.tillflow.launcher.demo.plan.Outcome;
import io.tillflow.launcher.demo.plan.Plan;
import io.tillflow.launcher.demo.plan.Scope;
import io.tillflow.launcher.demo.proof.Dump;
import io.tillflow.launcher.demo.proof.Facts;
import io.tillflow.launcher.demo.robots.Carrier;
import io.tillflow.launcher.demo.robots.Clerk;
import io.tillflow.launcher.demo.robots.Intents;
import io.tillflow.launcher.demo.robots.Mechanic;
import io.tillflow.launcher.demo.robots.Postbox;
import io.tillflow.launcher.demo.robots.Robot;
import io.tillflow.launcher.demo.robots.Shopper;
import io.tillflow.launcher.demo.robots.Storekeeper;
import io.tillflow.launcher.demo.robots.Visit;
import io.tillflow.launcher.demo.suite.Books;
import io.tillflow.launcher.demo.suite.Desk;
import io.tillflow.launcher.demo.suite.Drill;
import io.tillflow.launcher.demo.suite.History;
import io.tillflow.launcher.demo.suite.Http;
import io.tillflow.launcher.demo.suite.Merchant;
import io.tillflow.launcher.demo.suite.Providers;
import io.tillflow.launcher.demo.suite.Storefront;
import io.tillflow.launcher.demo.suite.Suite;
import io.tillflow.launcher.supervisor.RunState;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A run from plan to proof. */
final class DemoRun {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final DemoOptions options;
    private final Clock clock;
    private final Consumer<String> progress;
    private final String runTag;
    private final Http http = new Http(PATIENCE);
    private final Merchant merchant;
    private final Providers providers;
    private final Storefront shop;
    private final Desk desk;
    private final History history;
    private final Books books;
    private final Kills kills;
    private final Lookout lookout;
    private Optional<Drill> drill = Optional.empty();

    DemoRun(Suite suite, Supplier<RunState> running, DemoOptions options, Clock clock, Consumer<String> progress) {
        Duration shopping = Duration.ofMillis(Math.round(options.orders() * 1000 / options.rate()));
        this.kills = new Kills(running, options.kills(), shopping, progress);
        this.options = options;
        this.clock = clock;
        this.progress = progress;
        this.runTag = Long.toString(clock.millis(), Character.MAX_RADIX);
        this.merchant = new Merchant(suite, http);
        this.providers = new Providers(suite, http, clock);
        this.shop = new Storefront(suite, http);
        this.desk = new Desk(suite, http);
        this.history = suite.history();
        this.books = new Books(merchant, providers, history);
        this.lookout = new Lookout(providers, history, clock, runTag);
    }

    DemoReport run() {
        try (http) {
            Plan plan = plan();
            Map<Outcome, Long> expected = options.contested()
                    ? Forecast.contested(plan, options.stock(), options.settle())
                    : Forecast.of(plan, options.settle());
            progress.accept("%d orders at %s a second, seed %d; expected: %s"
                    .formatted(options.orders(), options.rate(), options.seed(), expected));
            Shelves shelves = new Shelves(merchant, runTag);
            shelves.fill(plan, options.stock());
            Intents intents = new Intents(plan, clock.instant().minus(CLOCKS_DIFFER));
            Lived lived = live(plan, intents);
            if (options.settle()) {
                shelves.putBack(plan);
            }
            progress.accept("comparing what the shop, the providers and history say");
            Findings findings = new Findings(books, intents.emails(), intents.since(), lived.visits(), lookout);
            DemoReport report =
                    findings.report(options.seed(), expected, lived.kills()).with(drill);
            options.dump().ifPresent(folder -> dump(findings.facts(), folder));
            return report;
        }
    }

    private Plan plan() {
        List<Article> catalogue = shop.catalogue();
        Scope scope = new Scope(options.orders(), options.rate(), options.seed());
        return options.contested() ? Plan.contested(scope, catalogue, runTag) : Plan.drawn(scope, catalogue, runTag);
    }

    private record Lived(List<Visit> visits, List<Kill> kills) {}

    private Lived live(Plan plan, Intents intents) {
        Aftermath aftermath = new Aftermath(merchant, history, intents, robots(intents), progress);
        Shopper shopper = new Shopper(shop, merchant, new Postbox(providers), clock, runTag, options.settle());
        try (Weather weather = new Weather(providers, options.faults(), options.crashes());
                ExecutorService aside = Executors.newVirtualThreadPerTaskExecutor()) {
            weather.turn();
            Future<?> watcher = aside.submit(aftermath::watch);
            Future<List<Kill>> killed = aside.submit(kills::carryOut);
            if (options.crashes() > 0) {
                Thread.startVirtualThread(lookout::keep);
            }
            List<Visit> visits = new Crowd(shopper, options.shoppers()).visit(plan);
            progress.accept("the last shopper has left");
            List<Kill> done = killed.get();
            aftermath.shoppingIsOver((int)
                    visits.stream().filter(Visit.Ordered.class::isInstance).count());
            watcher.get();
            lookout.end();
            drill = weather.drill();
            return new Lived(visits, done);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before the orders were through", stopped);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("the run broke off: " + broken.getCause(), broken.getCause());
        }
    }

    private List<Robot> robots(Intents intents) {
        List<Robot> robots = new ArrayList<>();
        if (options.settle()) {
            robots.add(new Carrier(providers, intents));
            robots.add(new Storekeeper(merchant, intents, runTag));
            robots.add(new Clerk(desk, intents));
            robots.add(new Mechanic(desk, history));
        }
        return robots;
    }

    private void dump(Facts facts, java.nio.file.Path folder) {
        Dump.write(facts, folder);
        progress.accept("wrote what the parts say to " + folder);
    }
}

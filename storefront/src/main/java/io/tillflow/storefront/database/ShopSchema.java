package io.tillflow.storefront.database;

import io.tillflow.storefront.catalogue.CatalogueSeed;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.money.OtherCurrency;
import io.tillflow.storefront.pages.PageRack;
import io.tillflow.storefront.profile.PriceLists;
import io.tillflow.storefront.profile.Profiles;
import io.tillflow.storefront.promotions.PromotionSeed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Migrates and fills the schema at start; while the database is away it keeps trying and the shop says "not ready". */
@Component("schema")
public class ShopSchema implements SmartLifecycle, HealthIndicator {
    private static final Logger log = LoggerFactory.getLogger(ShopSchema.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Flyway flyway;
    private final CatalogueSeed seed;
    private final PromotionSeed promotions;
    private final Shelf shelf;
    private final PageRack pages;
    private final Profiles profiles;
    private final PriceLists lists;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean ready;
    private volatile boolean running;

    ShopSchema(
            @Lazy Flyway flyway,
            CatalogueSeed seed,
            PromotionSeed promotions,
            Shelf shelf,
            PageRack pages,
            Profiles profiles,
            PriceLists lists) {
        this.flyway = flyway;
        this.seed = seed;
        this.promotions = promotions;
        this.shelf = shelf;
        this.pages = pages;
        this.profiles = profiles;
        this.lists = lists;
    }

    public boolean ready() {
        return ready;
    }

    @Override
    public void start() {
        running = true;
        if (!prepare()) {
            Thread.ofVirtual().name("shop-schema").start(this::prepareUntilReady);
        }
    }

    private void prepareUntilReady() {
        try {
            while (!stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                if (prepare()) {
                    return;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean prepare() {
        try {
            flyway.migrate();
            seed.fillWhenEmpty();
            promotions.fillWhenEmpty();
            lists.follow(this::currencies, "");
            shelf.reload();
            pages.reload();
            ready = true;
            log.info("the shop's schema is up to date");
        } catch (RuntimeException e) {
            log.warn("the database is not there yet, trying again in {} s: {}", PAUSE.toSeconds(), rootMessage(e));
        }
        return ready;
    }

    /** As they are kept now: another copy of the shop may have changed them since this one looked. */
    private List<OtherCurrency> currencies() {
        profiles.reload();
        return profiles.others();
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    @Override
    public void stop() {
        stopped.countDown();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public Health health() {
        return ready ? Health.up().build() : Health.outOfService().build();
    }

    /** Spring would migrate while the context starts, which fails for good when the database comes later. */
    @Configuration
    static class MigrateLater {
        @Bean
        FlywayMigrationStrategy migrateLater() {
            return flyway -> {};
        }
    }
}

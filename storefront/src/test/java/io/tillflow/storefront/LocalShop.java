package io.tillflow.storefront;

import org.springframework.boot.SpringApplication;

/** The shop on a random port with a throw-away database, to look at by hand. */
public final class LocalShop {
    private LocalShop() {}

    public static void main(String[] args) {
        String port = args.length > 0 ? args[0] : "0";
        SpringApplication.run(
                StorefrontApplication.class,
                "--spring.datasource.url=" + TestDatabase.url(),
                "--spring.datasource.username=postgres",
                "--shop.service-token=local",
                "--shop.public-url=http://127.0.0.1:" + port,
                "--server.port=" + port);
    }
}

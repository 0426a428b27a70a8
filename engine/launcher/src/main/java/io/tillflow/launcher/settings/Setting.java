package io.tillflow.launcher.settings;

/** Everything that can be set: its place in {@code tillflow.yml}, its environment variable, its default. */
public enum Setting {
    DATA("data", "TILLFLOW_DATA", "./data"),
    LOGS("folders.logs", "TILLFLOW_LOGS", ""),
    ARCHIVE("folders.archive", "TILLFLOW_ARCHIVE", ""),
    PORT_BASE("ports.base", "TILLFLOW_PORT_BASE", "8080"),
    SHOP_ADDRESS("shop.address", "TILLFLOW_SHOP_ADDRESS", "0.0.0.0"),
    SHOP_PUBLIC_URL("shop.public-url", "TILLFLOW_SHOP_PUBLIC_URL", ""),
    SHOP_MEANING("shop.meaning", "TILLFLOW_SHOP_MEANING", "true"),
    ADMIN_PASSWORD("studio.admin-password", "TILLFLOW_ADMIN_PASSWORD", ""),
    DATABASE_URL("database.url", "TILLFLOW_DATABASE_URL", ""),
    DATABASE_USER("database.user", "TILLFLOW_DATABASE_USER", ""),
    DATABASE_PASSWORD("database.password", "TILLFLOW_DATABASE_PASSWORD", ""),
    GATEWAY("zeebe.gateway", "TILLFLOW_GATEWAY", ""),
    GATEWAY_REST("zeebe.rest", "TILLFLOW_GATEWAY_REST", ""),
    OAUTH_ISSUER("zeebe.oauth.issuer", "TILLFLOW_OAUTH_ISSUER", ""),
    OAUTH_CLIENT_ID("zeebe.oauth.client-id", "TILLFLOW_OAUTH_CLIENT_ID", ""),
    OAUTH_CLIENT_SECRET("zeebe.oauth.client-secret", "TILLFLOW_OAUTH_CLIENT_SECRET", ""),
    OAUTH_AUDIENCE("zeebe.oauth.audience", "TILLFLOW_OAUTH_AUDIENCE", ""),
    SMTP_HOST("smtp.host", "TILLFLOW_SMTP_HOST", ""),
    SMTP_PORT("smtp.port", "TILLFLOW_SMTP_PORT", ""),
    MEMORY_DATABASE("memory.database", "TILLFLOW_MEMORY_DATABASE", "96m"),
    MEMORY_BROKER("memory.broker", "TILLFLOW_MEMORY_BROKER", "512m"),
    MEMORY_BROKER_STATE("memory.broker-state", "TILLFLOW_MEMORY_BROKER_STATE", "64m"),
    MEMORY_CONNECTORS("memory.connectors", "TILLFLOW_MEMORY_CONNECTORS", "320m"),
    MEMORY_STOREFRONT("memory.storefront", "TILLFLOW_MEMORY_STOREFRONT", "320m"),
    MEMORY_STUDIO("memory.studio", "TILLFLOW_MEMORY_STUDIO", "512m"),
    MEMORY_TRAINING("memory.training", "TILLFLOW_TRAINING_MEMORY", "512m"),
    TRAINING_NIGHTLY("training.nightly", "TILLFLOW_TRAINING_NIGHTLY", "0 40 2 * * *"),
    DISK_MINIMUM("disk.minimum", "TILLFLOW_DISK_MINIMUM", "1g"),
    START_LIMIT_SECONDS("start.limit-seconds", "TILLFLOW_START_LIMIT_SECONDS", "180");

    private final String key;
    private final String variable;
    private final String fallback;

    Setting(String key, String variable, String fallback) {
        this.key = key;
        this.variable = variable;
        this.fallback = fallback;
    }

    public String key() {
        return key;
    }

    public String variable() {
        return variable;
    }

    /** The default; empty where the launcher works the value out. */
    public String fallback() {
        return fallback;
    }
}

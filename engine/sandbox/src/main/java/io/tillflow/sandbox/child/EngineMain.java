package io.tillflow.sandbox.child;

import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.scheduler.clock.ControlledActorClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Runs the engine and obeys lines on standard input until it closes: then the parent is gone, and so are we. */
public final class EngineMain {
    private final ZeebeTestEngine engine;
    private final PrintStream answers;

    private EngineMain(ZeebeTestEngine engine, PrintStream answers) {
        this.engine = engine;
        this.answers = answers;
    }

    /** Answers on standard output alone; whatever else prints goes to standard error. */
    public static void main(String[] args) throws IOException {
        try {
            serve(Path.of(args[0]));
        } finally {
            Runtime.getRuntime().halt(0); // the engine's threads would keep us alive
        }
    }

    private static void serve(Path jars) throws IOException {
        PrintStream answers = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        ZeebeTestEngine engine = EngineFactory.create();
        engine.start();
        answers.print("http://" + engine.getGatewayAddress().replace("0.0.0.0", "127.0.0.1") + "\nok\n");
        answers.flush();
        try (BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            EngineMain main = new EngineMain(engine, answers);
            String command = commands.readLine();
            while (command != null && !command.equals("close")) {
                main.obey(command);
                command = commands.readLine();
            }
            if (command == null) {
                cleanUpAfterParent(jars);
            }
        }
    }

    /** A killed parent could not delete the folder that our jars lie in. */
    private static void cleanUpAfterParent(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private void obey(String command) {
        String[] words = command.split(" ", 3);
        long number = Long.parseLong(words[1]);
        try {
            switch (words[0]) {
                case "increase-time" -> engine.increaseTime(Duration.ofMillis(number));
                case "await-idle" -> engine.waitForIdleState(Duration.ofMillis(number));
                case "records" -> print(number);
                case "hold-clock" -> holdClock();
                case "complete-user-task" -> UserTasks.of(engine).complete(number, words[2]);
                default -> throw new IllegalArgumentException("expected a known command, but got " + command);
            }
            answers.print("ok\n");
        } catch (TimeoutException e) {
            answers.print("failed: expected to come to rest within " + number + " ms\n");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answers.print("failed: interrupted\n");
        } catch (RuntimeException e) {
            answers.print("failed: " + String.valueOf(e).replace('\n', ' ') + "\n");
        }
        answers.flush();
    }

    /** The engine can hold its clock, but offers it to nobody. */
    private void holdClock() {
        ControlledActorClock clock = part(engine, "clock", ControlledActorClock.class);
        clock.pinCurrentTime();
        answers.print(clock.getTimeMillis() + "\n");
    }

    /** What the engine has and offers to nobody. */
    static <T> T part(ZeebeTestEngine engine, String name, Class<T> type) {
        try {
            Field field = engine.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return type.cast(field.get(engine));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("expected the engine to keep its " + name + " in a field", e);
        }
    }

    private void print(long afterPosition) {
        for (Record<?> record : engine.getRecordStreamSource().getRecords()) {
            if (record.getPosition() > afterPosition) {
                answers.print(String.join(
                        "\t",
                        Long.toString(record.getPosition()),
                        Long.toString(record.getKey()),
                        Long.toString(record.getTimestamp()),
                        record.getRecordType().name(),
                        record.getValueType().name(),
                        record.getIntent().name(),
                        record.getValue().toJson()));
                answers.print('\n');
            }
        }
    }
}

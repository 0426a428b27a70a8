package io.tillflow.launcher.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LoopbackGossipTest {

    /** Stands for a class with an address in it. */
    public static final class Listens {
        public static String where() {
            return "0.0.0.0";
        }
    }

    @Test
    void leavesAClassThatLoadsAndSaysTheOtherAddress() throws Exception {
        byte[] changed = LoopbackGossip.replaceConstant(bytes(), "0.0.0.0", "127.0.0.1");

        Class<?> loaded = new Loader().define(changed);

        assertThat(loaded.getMethod("where").invoke(null)).isEqualTo("127.0.0.1");
    }

    @Test
    void refusesAClassWithoutTheConstant() {
        assertThatThrownBy(() -> LoopbackGossip.replaceConstant(bytes(), "10.0.0.1", "127.0.0.1"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("10.0.0.1");
    }

    private static byte[] bytes() throws IOException {
        try (InputStream in = LoopbackGossipTest.class.getResourceAsStream("LoopbackGossipTest$Listens.class")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static final class Loader extends ClassLoader {
        Loader() {
            super(null);
        }

        Class<?> define(byte[] bytes) {
            return defineClass(Listens.class.getName(), bytes, 0, bytes.length);
        }
    }
}

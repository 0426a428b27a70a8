package io.tillflow.storefront.search.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** all-MiniLM-L6-v2, made small: sentences of English in, their meaning out, in a few milliseconds of one core. */
public final class SentenceModel implements AutoCloseable {
    /** Part of what is kept beside a meaning: another model's cannot be compared with this one's. */
    public static final String NAME = "all-minilm-l6-v2-q";

    /** What a shopper asks and what a product is said in the beginning; more costs more and says little. */
    private static final int LONGEST = 64;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final WordPieces pieces;

    private SentenceModel() throws IOException, OrtException {
        pieces = new WordPieces(JsonMapper.shared().readTree(resource("/" + NAME + "-tokenizer.json")));
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            session = environment.createSession(resource("/" + NAME + ".onnx"), options);
        }
    }

    /** Takes a second and about 130 MB of memory. */
    public static SentenceModel load() {
        try {
            return new SentenceModel();
        } catch (IOException | OrtException e) {
            throw new IllegalStateException("expected the model " + NAME + " to be readable", e);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = SentenceModel.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("there is no " + name + " in this program");
            }
            return in.readAllBytes();
        }
    }

    public Meaning of(String text) {
        long[] read = pieces.of(text, LONGEST);
        long[] all = new long[read.length];
        Arrays.fill(all, 1);
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, new long[][] {read});
                OnnxTensor mask = OnnxTensor.createTensor(environment, new long[][] {all});
                OnnxTensor kinds = OnnxTensor.createTensor(environment, new long[1][read.length]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", kinds))) {
            return Meaning.of(sum(((float[][][]) result.get(0).getValue())[0]));
        } catch (OrtException e) {
            throw new IllegalStateException("the model could not read a text of " + read.length + " pieces", e);
        }
    }

    /** The mean of the pieces, but for its length, which does not matter. */
    private static float[] sum(float[][] pieces) {
        float[] sum = new float[pieces[0].length];
        for (float[] piece : pieces) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += piece[i];
            }
        }
        return sum;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the model could not be closed", e);
        }
    }
}

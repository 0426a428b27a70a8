package io.tillflow.launcher.demo.suite;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server answered to a call. */
public record Answer(String call, int status, String body, String location) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SHOWN = 300;

    /** The document in the body. */
    public JsonNode json() {
        return JSON.readTree(body);
    }

    public boolean ok() {
        return status / 100 == 2;
    }

    /** This answer, if it is a success or a redirect; anything else is the suite's fault and says so. */
    public Answer accepted() {
        if (status / 100 != 2 && status / 100 != 3) {
            throw new Refused(this);
        }
        return this;
    }

    /** This answer, if it is a success; a redirect is none for who comes with a token, it leads to the sign-in. */
    public Answer succeeded() {
        if (!ok()) {
            throw new Refused(this);
        }
        return this;
    }

    boolean later() {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    String summary() {
        return status + " " + (body.length() > SHOWN ? body.substring(0, SHOWN) + "…" : body);
    }
}

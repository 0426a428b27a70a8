package io.tillflow.studio.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Compares what must be so with what is. */
record Expectation(Story story, Map<String, JsonNode> inputs) {

    /** The first thing that is not as it must be, in words; empty when all is. */
    String problem(Step.Expect wanted) {
        List<String> path = story.path();
        List<String> active = story.active();
        if (wanted.path() != null) {
            String difference = difference(wanted.path(), path);
            if (!difference.isEmpty()) {
                return difference;
            }
        }
        if (!isSubsequence(wanted.went(), path)) {
            return "expected to go " + wanted.went() + " in this order, but went " + path;
        }
        for (String never : wanted.never()) {
            if (path.contains(never)) {
                return "expected never to reach " + never + ", but did";
            }
        }
        for (String place : wanted.at()) {
            if (!active.contains(place)) {
                return "expected to wait at " + place + ", but tokens are at " + active;
            }
        }
        if (wanted.ended() != null
                && (!active.isEmpty() || path.isEmpty() || !path.getLast().equals(wanted.ended()))) {
            return "expected to have ended at " + wanted.ended() + ", but "
                    + (active.isEmpty()
                            ? "ended at " + (path.isEmpty() ? "nothing" : path.getLast())
                            : "tokens are at " + active);
        }
        return incidents(wanted);
    }

    private String incidents(Step.Expect wanted) {
        List<String> found =
                story.incidents().stream().map(it -> it.text("elementId")).toList();
        if (!difference(wanted.incidents(), found).isEmpty()) {
            return story.incidents().stream()
                    .findFirst()
                    .map(it -> "incident at " + it.text("elementId") + ": " + it.text("errorMessage"))
                    .orElse("expected incidents at " + wanted.incidents() + ", but there are none");
        }
        for (Map.Entry<String, JsonNode> job : wanted.jobs().entrySet()) {
            JsonNode input = inputs.get(job.getKey());
            if (input == null) {
                return "expected a job " + job.getKey() + ", but there was none";
            }
            String problem = unlike(job.getValue(), input, "the input of " + job.getKey());
            if (!problem.isEmpty()) {
                return problem;
            }
        }
        Map<String, JsonNode> variables = story.variables();
        for (Map.Entry<String, JsonNode> variable : wanted.variables().entrySet()) {
            JsonNode value = variables.get(variable.getKey());
            if (value == null) {
                return "expected a variable " + variable.getKey() + ", but there is none";
            }
            String problem = unlike(variable.getValue(), value, variable.getKey());
            if (!problem.isEmpty()) {
                return problem;
            }
        }
        return "";
    }

    /** Objects are compared as far as they are listed; numbers by value. */
    private static String unlike(JsonNode wanted, JsonNode found, String place) {
        if (wanted.isObject()) {
            for (Map.Entry<String, JsonNode> entry : wanted.properties()) {
                JsonNode inner = found.path(entry.getKey());
                String problem = unlike(entry.getValue(), inner, place + "." + entry.getKey());
                if (!problem.isEmpty()) {
                    return problem;
                }
            }
            return "";
        }
        boolean same = (wanted.isNumber() && found.isNumber())
                ? wanted.decimalValue().compareTo(found.decimalValue()) == 0
                : (wanted.equals(found) || (wanted.isNull() && found.isMissingNode()));
        return same
                ? ""
                : "expected " + place + " to be " + wanted + ", but it is "
                        + (found.isMissingNode() ? "not there" : found);
    }

    private static String difference(List<String> wanted, List<String> found) {
        List<String> missing = new ArrayList<>(wanted);
        found.forEach(missing::remove);
        List<String> more = new ArrayList<>(found);
        wanted.forEach(more::remove);
        if (missing.isEmpty() && more.isEmpty()) {
            return "";
        }
        return "the path differs: missing " + missing + ", not expected " + more;
    }

    private static boolean isSubsequence(List<String> wanted, List<String> path) {
        int next = 0;
        for (String element : path) {
            if (next < wanted.size() && wanted.get(next).equals(element)) {
                next++;
            }
        }
        return next == wanted.size();
    }
}

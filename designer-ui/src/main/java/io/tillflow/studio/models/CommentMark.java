package io.tillflow.studio.models;

import io.tillflow.studio.review.Comment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is drawn at an element that people spoke about: how many open comments, and the newest of them. */
record CommentMark(String elementId, int open, String author, String text) {
    private static final int LONGEST = 200;

    static List<CommentMark> of(List<Comment> comments) {
        Map<String, List<Comment>> byElement = new LinkedHashMap<>();
        comments.stream()
                .filter(it -> it.isOpen() && !it.elementId().isEmpty())
                .forEach(it -> byElement
                        .computeIfAbsent(it.elementId(), id -> new ArrayList<>())
                        .add(it));
        return byElement.entrySet().stream()
                .map(it -> mark(it.getKey(), it.getValue()))
                .toList();
    }

    private static CommentMark mark(String elementId, List<Comment> comments) {
        Comment newest = comments.stream()
                .max(java.util.Comparator.comparing(Comment::createdAt))
                .orElseThrow();
        String text = newest.text();
        return new CommentMark(
                elementId,
                comments.size(),
                newest.author(),
                text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
    }
}

package io.tillflow.connectors.ai;

import java.util.Locale;

/** What a language model can be asked to do. */
public enum Skill {
    /** Write a text. */
    CHAT,
    /** Find facts in a text, in the shape of a schema. */
    EXTRACT,
    /** Say which of some labels fits a text. */
    CLASSIFY,
    /** Turn texts into vectors that lie close when the texts mean alike. */
    EMBED,
    /** Say whether a text had better not be shown. */
    MODERATE;

    /** As settings and programs say it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Skill of(String text) {
        for (Skill skill : values()) {
            if (skill.text().equals(text)) {
                return skill;
            }
        }
        throw new IllegalArgumentException(
                "skill must be one of chat, extract, classify, embed, moderate, was '" + text + "'");
    }
}

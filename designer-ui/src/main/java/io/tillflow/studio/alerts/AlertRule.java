package io.tillflow.studio.alerts;

import java.util.regex.Pattern;

/**
 * When somebody wants to be told.
 *
 * @param subject the process, or the job type of a backlog; empty for each of them
 * @param threshold from how many on
 * @param minutes within which incidents are counted, or longer than which a job waits or an instance is open; 0 for stalls, whose limit
 *     is their own history
 * @param email who is written to; empty for nobody
 * @param chat the secret that holds the address of a chat's incoming webhook; empty for no chat
 */
record AlertRule(
        long id,
        String name,
        Kind kind,
        String subject,
        long threshold,
        int minutes,
        String email,
        String chat,
        boolean on) {

    /** What is counted. */
    enum Kind {
        /** Incidents that opened lately. */
        INCIDENTS,
        /** Instances that wait silently far longer than usual. */
        STALL,
        /** Open jobs of a type. */
        BACKLOG,
        /** Instances that are open for too long. */
        SLA
    }

    /** By what somebody is told outside of the studio. */
    enum Channel {
        EMAIL,
        CHAT
    }

    static final int LONGEST = 366 * 24 * 60;

    private static final int DAY = 24 * 60;
    private static final int MOST = 1_000_000;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]{1,64}@[^\\s@<>,;]{1,190}");
    static final Pattern SECRET = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    AlertRule {
        name = name.strip();
        subject = subject.strip();
        email = email.strip();
        chat = chat.strip();
        require(!name.isEmpty() && name.length() <= 100, "name must have 1 to 100 characters, as in \"Payments fail\"");
        require(subject.length() <= 200, "subject must be the id of a process or a job type, or empty for each");
        require(
                threshold >= 1 && threshold <= MOST,
                "threshold must be from 1 to " + MOST + ": from how many on somebody is told");
        int least = kind == Kind.INCIDENTS || kind == Kind.SLA ? 1 : 0;
        int most = kind == Kind.INCIDENTS ? DAY : kind == Kind.STALL ? 0 : LONGEST;
        require(
                minutes >= least && minutes <= most,
                "minutes must be from " + least + " to " + most + " for the kind " + kind);
        require(
                email.isEmpty() || ADDRESS.matcher(email).matches(),
                "email must be an address like name@example.com, or empty");
        require(
                chat.isEmpty() || SECRET.matcher(chat).matches(),
                "chat must be the name of the secret with the chat's webhook, like SLACK_WEBHOOK, or empty");
    }

    /** Who is told by a channel; empty for nobody. */
    String recipient(Channel channel) {
        return channel == Channel.EMAIL ? email : chat;
    }

    private static void require(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    AlertRule as(long otherId) {
        return new AlertRule(otherId, name, kind, subject, threshold, minutes, email, chat, on);
    }

    AlertRule turned(boolean toOn) {
        return new AlertRule(id, name, kind, subject, threshold, minutes, email, chat, toOn);
    }
}

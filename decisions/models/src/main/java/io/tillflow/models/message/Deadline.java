package io.tillflow.models.message;

import io.tillflow.models.message.Finding.Kind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The day by which somebody needs something, as far as words before it or in its sentence say that it is one. Most who name the day
 * of writing complain of what is or is not there, so that only "by", "no later than" and their like make it one.
 */
public final class Deadline {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int BEFORE = 30;
    private static final int AROUND = 120;
    /** German nouns begin like sentences do, so that behind a number ("3. Dezember", "2. Lieferung") only words that begin many of them count. */
    private static final String STARTS =
            "Ich|Wir|Er|Sie|Es|Das|Der|Die|Den|Dann|Da|Bitte|Danke|Kann|Könn(?:t|en)|Wann|Wo|Wie|Was|Mein|Meine|Und|Aber"
                    + "|I|We|He|She|It|The|Then|Please|Thanks|Can|Could|When|Where|How|What|My|And|But|This|That";

    private static final String SENTENCE = "[!?\\n]|(?<!\\d)\\. |(?<=\\d)\\. (?=(?:" + STARTS + ")(?!\\p{L}))";

    private static final Pattern LEADS = Pattern.compile(
            "(?<!\\p{L})(?:by|until|till|before|latest|bis|spätestens|deadline|frist|noch|no later than)(?: (?:the|on|am|zum|den|dem|nächsten|next|kommenden|ist)){0,2}[: ]{0,2}$",
            FLAGS);
    private static final Pattern TODAY_LEADS = Pattern.compile(
            "(?<!\\p{L})(?:by|spätestens|noch|no later than)(?: (?:the|am|den|dem)){0,2}[: ]{0,2}$", FLAGS);
    private static final Pattern OCCASION = Pattern.compile(
            "wedding|birthday|(?<!third[ -])party|hochzeit|geburtstag|\\bfeier|moving day|umzug|need (?:it|them|this)|brauche|benötige",
            FLAGS);

    private Deadline() {}

    /** Whole days until the nearest, 0 for the day of writing; none when no day of the message is one. */
    public static OptionalInt daysLeft(String message, List<Finding> findings, LocalDate written) {
        return findings.stream()
                .filter(it -> it.kind() == Kind.DATE)
                .filter(it -> binds(message, it, days(it, written)))
                .map(it -> days(it, written))
                .min(Comparator.naturalOrder())
                .map(days -> OptionalInt.of(Math.toIntExact(days)))
                .orElse(OptionalInt.empty());
    }

    private static long days(Finding day, LocalDate written) {
        return ChronoUnit.DAYS.between(written, LocalDate.parse(day.value()));
    }

    private static boolean binds(String message, Finding day, long days) {
        String before = message.substring(Math.max(0, day.from() - BEFORE), day.from());
        if (days <= 0) {
            return days == 0 && TODAY_LEADS.matcher(before).find();
        }
        if (LEADS.matcher(before).find()) {
            return true;
        }
        String sentence =
                message.substring(Math.max(0, day.from() - AROUND), Math.min(message.length(), day.to() + AROUND));
        int from = Math.max(0, day.from() - AROUND);
        int behind = message.charAt(day.to() - 1) == '.' ? day.to() - 2 : day.to();
        String own = start(sentence.substring(0, day.from() - from)) + end(sentence.substring(behind - from));
        return OCCASION.matcher(own).find();
    }

    private static String start(String before) {
        String[] sentences = before.split(SENTENCE, -1);
        return sentences[sentences.length - 1];
    }

    private static String end(String behind) {
        return behind.split(SENTENCE, 2)[0];
    }
}

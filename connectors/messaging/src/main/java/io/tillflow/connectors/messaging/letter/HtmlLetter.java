package io.tillflow.connectors.messaging.letter;

import io.tillflow.connectors.messaging.letter.LetterTemplates.Frame;
import java.util.List;
import java.util.stream.Collectors;

/** A letter in the shop's look, in the tables and inline styles that mail programs understand. */
final class HtmlLetter {
    private static final String TEXT =
            "font-family:Figtree,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;color:#14202B;";
    private static final String DISPLAY =
            "font-family:'Bricolage Grotesque','Segoe UI',Roboto,Arial,sans-serif;color:#14202B;";

    private HtmlLetter() {}

    static String render(Frame frame, List<Block> blocks, Letter letter) {
        String body = blocks.stream().map(block -> render(block, letter)).collect(Collectors.joining("\n"));
        return """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light">
            <title>%s</title>
            </head>
            <body style="margin:0;background:#F4F6F3">
            <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" style="background:#F4F6F3"><tr><td align="center" style="padding:24px 12px">
            <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#FFFFFF;border-radius:10px">
            <tr><td style="padding:24px 32px 0;%sfont-size:22px;font-weight:700">%s</td></tr>
            <tr><td style="padding:8px 32px 32px">
            %s
            </td></tr></table>
            <p style="%sfont-size:13px;color:#4D5965;margin:16px 0 0">%s</p>
            </td></tr></table>
            </body>
            </html>
            """.formatted(
                        frame.language(),
                        escape(frame.subject()),
                        DISPLAY,
                        escape(frame.name()),
                        body,
                        TEXT,
                        escape(frame.footer()));
    }

    private static String render(Block block, Letter letter) {
        return switch (block) {
            case Block.Heading heading ->
                "<h1 style=\"%sfont-size:28px;line-height:1.2;margin:16px 0 8px\">%s</h1>"
                        .formatted(DISPLAY, escape(heading.text()));
            case Block.Paragraph paragraph ->
                "<p style=\"%sfont-size:16px;line-height:1.5;margin:0 0 16px\">%s</p>"
                        .formatted(TEXT, escape(paragraph.text()));
            case Block.Button button -> """
                <p style="margin:24px 0"><a href="%s" style="%sdisplay:inline-block;background:#2340C4;color:#FFFFFF;font-size:16px;\
                font-weight:600;text-decoration:none;padding:15px 28px;border-radius:10px">%s</a></p>
                """.formatted(escape(button.url()), TEXT, escape(button.text()));
            case Block.Link link ->
                "<p style=\"%sfont-size:14px;line-height:1.5;margin:0 0 16px\"><a href=\"%s\" style=\"color:#4D5965\">%s</a></p>"
                        .formatted(TEXT, escape(link.url()), escape(link.text()));
            case Block.Lines ignored -> lines(letter);
        };
    }

    private static String lines(Letter letter) {
        String cell = "style=\"" + TEXT + "font-size:15px;padding:10px 0;border-bottom:1px solid #E2E5E1\"";
        String rows = letter.lines().stream()
                .map(line -> "<tr><td " + cell + ">" + line.quantity() + " × " + escape(line.name())
                        + "</td><td align=\"right\" " + cell + ">" + escape(line.total()) + "</td></tr>")
                .collect(Collectors.joining("\n"));
        return "<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" style=\"margin:0 0 16px\">" + rows
                + "</table>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

package io.tillflow.studio.shop;

import org.springframework.web.util.HtmlUtils;

/** What shoppers will see, for a frame that may do nothing; its mark-up comes harmless from the shop. */
final class LookFrame {
    private LookFrame() {}

    static String of(String language, String title, String html) {
        return """
            <!doctype html><html lang="%s"><head><meta charset="utf-8"><title>%s</title><style>
            body{font:16px/1.55 system-ui,sans-serif;margin:20px;color:#14202b;background:#fff;overflow-wrap:anywhere}
            h1{font-size:1.6rem;line-height:1.2}h2{font-size:1.15rem}a{color:#1a3099}table{border-collapse:collapse;font-size:.9rem}
            td,th{padding:6px 10px 6px 0;border-bottom:1px solid #e2e5e1;text-align:left}
            .open{background:#fff4da;color:#6a4300;padding:1px 5px;font-weight:500}blockquote{border-left:3px solid #e2e5e1;margin-left:0;padding-left:14px}
            </style></head><body><h1>%2$s</h1>%s</body></html>""".formatted(HtmlUtils.htmlEscape(language), HtmlUtils.htmlEscape(title), html);
    }
}

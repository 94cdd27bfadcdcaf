package org.caravanserai.mail;

import org.caravanserai.text.Clean;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Sets a message as plain text and as HTML. */
@Component
class MailMarkup {

    String text(Outbox.Message message) {
        var text = Clean.lines(message.text());
        return message.actionAddress().isEmpty()
                ? text + "\n"
                : text + "\n\n" + message.actionLabel() + ":\n" + message.actionAddress() + "\n";
    }

    String html(Outbox.Message message) {
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"")
                .append(message.language().tag())
                .append("\"><head><meta charset=\"utf-8\"><title>")
                .append(HtmlUtils.htmlEscape(Clean.line(message.subject())))
                .append(
                        "</title></head><body style=\"margin:0;background:#F7F5F0;color:#1B2127;font:16px/1.5 system-ui,sans-serif\">")
                .append("<div style=\"max-width:36rem;margin:0 auto;padding:24px\">");
        for (var paragraph : Clean.lines(message.text()).split("\n{2,}")) {
            html.append("<p>")
                    .append(HtmlUtils.htmlEscape(paragraph).replace("\n", "<br>"))
                    .append("</p>");
        }
        if (!message.actionAddress().isEmpty()) {
            html.append(
                            "<p><a style=\"display:inline-block;padding:12px 20px;border-radius:8px;background:#1D4E89;color:#fff;"
                                    + "text-decoration:none\" href=\"")
                    .append(HtmlUtils.htmlEscape(message.actionAddress()))
                    .append("\">")
                    .append(HtmlUtils.htmlEscape(message.actionLabel()))
                    .append("</a></p>");
        }
        return html.append("</div></body></html>").toString();
    }
}

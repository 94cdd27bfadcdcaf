package org.caravanserai.mail.web;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.caravanserai.mail.MailText;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Moments;
import org.jspecify.annotations.Nullable;

/**
 * A message as the demonstration's page shows it.
 *
 * @param key names it on the page
 * @param subject its subject
 * @param recipient the address it would go to
 * @param when when it was written, in the reader's zone
 * @param language the language of subject and text where it is not the page's; null where it is
 * @param paragraphs its text
 * @param label the words of its button; empty if it has none
 * @param address where the button leads
 */
public record KeptMessage(
        String key,
        String subject,
        String recipient,
        String when,
        @Nullable String language,
        List<String> paragraphs,
        String label,
        String address) {

    /**
     * A message in its reader's words.
     *
     * @param base what the addresses of our own pages begin with: on the page they are followed where it was opened
     */
    static KeptMessage of(MailText message, String base, PageReader reader) {
        var line = message.line();
        ZoneId zone = reader.zone().orElse(ZoneOffset.UTC);
        var address = message.actionAddress();
        return new KeptMessage(
                "m-" + line.key(),
                line.subject(),
                line.recipient(),
                Moments.full(reader.language(), line.createdAt(), zone, city(reader, zone)),
                line.languageTag().equals(reader.language().tag()) ? null : line.languageTag(),
                message.paragraphs(),
                message.actionLabel(),
                address.startsWith(base + "/") ? address.substring(base.length()) : address);
    }

    private static String city(PageReader reader, ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : Moments.city(reader.language(), zone);
    }
}

package org.caravanserai.mail;

import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.platform.SignedLinks;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The link in a mail by which its reader stops mails of its kind, signed in or not (RFC 2369 and RFC 8058). It is put into
 * what leaves and stands nowhere else: whoever may read a message of another must not stop her mail.
 */
@Component
class StopLinks {

    private static final String PURPOSE = "stop-mail";
    private static final String END = "</div></body></html>";

    private final SignedLinks links;
    private final KnownKinds kinds;
    private final Messages messages;
    private final PeopleProperties properties;

    StopLinks(SignedLinks links, KnownKinds kinds, Messages messages, PeopleProperties properties) {
        this.links = links;
        this.kinds = kinds;
        this.messages = messages;
        this.properties = properties;
    }

    /**
     * How a mail says that it can be stopped.
     *
     * @param address where that is done
     * @param words what is said before the address and on the link, in the mail's language
     */
    record Stop(String address, String language, String words) {

        private String page() {
            return address + "?lang=" + language;
        }

        String text() {
            return "\n-- \n" + words + ":\n" + page() + "\n";
        }

        String intoHtml(String html) {
            return html.replace(
                    END,
                    "<p style=\"margin-top:32px;border-top:1px solid #D8D3C6;padding-top:12px;font-size:14px\"><a"
                            + " style=\"color:#56616D\" href=\"" + HtmlUtils.htmlEscape(page()) + "\">"
                            + HtmlUtils.htmlEscape(words) + "</a></p>" + END);
        }
    }

    /** How a message is stopped; empty for one that always comes. */
    Optional<Stop> of(OutboxMessage message) {
        var digest = message.kind().equals(KnownKinds.DIGEST);
        if (!digest && !kinds.of(message.kind()).isChoosable()) {
            return Optional.empty();
        }
        var language = Language.ofTag(message.languageTag()).orElse(Language.EN);
        return Optional.of(new Stop(
                properties.address(
                        "/notices/stop/" + links.sign(PURPOSE, message.key().toString())),
                language.tag(),
                messages.get(language, digest ? "notice.stop.mailDigest" : "notice.stop.mail")));
    }

    /** The message that a link stands in; empty if we did not write it. */
    Optional<UUID> message(String signed) {
        return links.read(PURPOSE, signed).map(UUID::fromString);
    }
}

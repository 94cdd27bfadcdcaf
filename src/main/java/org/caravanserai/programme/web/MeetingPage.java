package org.caravanserai.programme.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.caravanserai.programme.Facet;
import org.caravanserai.programme.Programme;
import org.caravanserai.programme.PublicMeetings;
import org.caravanserai.proposal.CallState;
import org.caravanserai.shell.Hue;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Markdown;
import org.caravanserai.text.Moments;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as its page shows it.
 *
 * @param call what it calls for; null if it has no call
 * @param sessions how many sessions its programme has; 0 when none is published
 */
public record MeetingPage(
        Said name,
        String dates,
        @Nullable String descriptionLang,
        String descriptionHtml,
        @Nullable CallPart call,
        List<TopicPart> topics,
        int sessions,
        Links links) {

    /** What a meeting calls for. */
    public record CallPart(
            String state, PageTimes.Moment moment, @Nullable String textLang, String textHtml, List<Said> types) {}

    /** A topic; {@code href} leads to its sessions, empty when there is no programme. */
    public record TopicPart(Said name, Said keywords, String hue, String href) {}

    static MeetingPage of(
            PublicMeetings.Description meeting, Optional<Programme> programme, PageReader reader, Links links) {
        var language = reader.language();
        var description = meeting.description().in(language);
        var times = new PageTimes(
                language, meeting.zone(), meeting.city(), reader.zone().or(() -> tokyo(meeting.zone())));
        var call = meeting.call();
        CallPart part = null;
        if (call != null) {
            var text = call.text().in(language);
            var moment = call.state() == CallState.NOT_YET ? call.opensAt() : call.closesAt();
            part = new CallPart(
                    call.state().name(),
                    times.between(moment, moment, null),
                    text.language() == language ? null : text.language().tag(),
                    Markdown.html(text.text()),
                    call.types().stream().map(t -> Said.of(t.name(), language)).toList());
        }
        return new MeetingPage(
                Said.of(meeting.name(), language),
                Moments.days(language, meeting.firstDay(), meeting.lastDay()) + " · "
                        + meeting.city().text(language),
                description.language() == language
                        ? null
                        : description.language().tag(),
                Markdown.html(description.text()),
                part,
                meeting.topics().stream()
                        .map(t -> new TopicPart(
                                Said.of(t.name(), language),
                                Said.of(t.keywords(), language),
                                Hue.of(t.hue()),
                                programme
                                                .filter(p ->
                                                        p.values(Facet.TOPIC).contains(t.topicKey()))
                                                .isPresent()
                                        ? links.topic(t.topicKey())
                                        : ""))
                        .toList(),
                programme.map(p -> p.agenda().sessions().size()).orElse(0),
                links);
    }

    /** Deadlines are always given for both ends of the road, so that nobody has to reckon. */
    private static Optional<ZoneId> tokyo(ZoneId meeting) {
        return Optional.of(ZoneId.of(meeting.getId().equals("Asia/Tokyo") ? "Asia/Almaty" : "Asia/Tokyo"));
    }
}

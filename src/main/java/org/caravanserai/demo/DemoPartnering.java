package org.caravanserai.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.partnering.card.CardContent;
import org.caravanserai.partnering.card.OwnCards;
import org.caravanserai.partnering.card.Visibility;
import org.caravanserai.partnering.directory.DirectoryMembership;
import org.caravanserai.partnering.directory.Shown;
import org.caravanserai.partnering.introduction.Correspondence;
import org.caravanserai.partnering.introduction.Introducing;
import org.caravanserai.partnering.introduction.Reporting;
import org.caravanserai.partnering.matching.CardKind;
import org.caravanserai.partnering.matching.Sought;
import org.caravanserai.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The demonstration's directory, cards of need and offer, introductions in every state, and a report that waits. */
@Component
@Profile("demo")
@Order(4)
class DemoPartnering implements DemoPart {

    private final DirectoryMembership membership;
    private final OwnCards cards;
    private final Introducing introducing;
    private final Correspondence correspondence;
    private final Reporting reporting;

    DemoPartnering(
            DirectoryMembership membership,
            OwnCards cards,
            Introducing introducing,
            Correspondence correspondence,
            Reporting reporting) {
        this.membership = membership;
        this.cards = cards;
        this.introducing = introducing;
        this.correspondence = correspondence;
        this.reporting = reporting;
    }

    private record PartneringFile(
            List<MemberEntry> members,
            List<CardEntry> cards,
            List<IntroductionEntry> introductions,
            List<ReportEntry> reports) {}

    private record MemberEntry(String person, Map<String, String> line) {}

    private record CardEntry(
            String key,
            String by,
            CardKind kind,
            Sought sought,
            Set<String> topics,
            Map<String, String> title,
            Map<String, String> text,
            String methods,
            Set<String> languages,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Visibility visibility,
            @Nullable Boolean draft) {}

    private enum Said {
        YES,
        NOT_NOW,
        NONE
    }

    private record IntroductionEntry(
            String asker,
            @Nullable String card,
            @Nullable String person,
            String line,
            Said answer,
            @Nullable List<String> messages) {}

    private record ReportEntry(String reporter, String card, String words) {}

    private record Written(UUID card, PersonId author) {}

    @Override
    public void load(Meeting made, Cast cast) {
        var meeting = made.id();
        var file = Content.read("partnering", PartneringFile.class);
        for (var member : file.members()) {
            DemoActing.as(
                    cast.person(member.person()),
                    () -> membership.join(meeting, new Shown(Content.text(member.line()), true, true, true)));
        }
        var written = new HashMap<String, Written>();
        for (var entry : file.cards()) {
            var author = cast.person(entry.by());
            var card = DemoActing.as(author, () -> write(meeting, entry));
            written.put(entry.key(), new Written(card, author));
        }
        file.introductions().forEach(entry -> introduce(meeting, entry, written, cast));
        for (var report : file.reports()) {
            DemoActing.as(
                    cast.person(report.reporter()),
                    () -> reporting.card(meeting, known(written, report.card()).card(), report.words()));
        }
    }

    private UUID write(MeetingId meeting, CardEntry entry) {
        var card = cards.begin(meeting, entry.kind());
        var begun = cards.card(card);
        cards.write(
                card,
                begun.version(),
                new CardContent(
                        entry.kind(),
                        entry.sought(),
                        entry.topics(),
                        Content.text(entry.title()),
                        Content.text(entry.text()),
                        entry.methods(),
                        entry.languages(),
                        Optional.ofNullable(entry.from()),
                        Optional.ofNullable(entry.until()),
                        entry.visibility(),
                        begun.content().expires()));
        if (!Boolean.TRUE.equals(entry.draft())) {
            cards.publish(card);
        }
        return card;
    }

    private void introduce(MeetingId meeting, IntroductionEntry entry, Map<String, Written> written, Cast cast) {
        var asker = cast.person(entry.asker());
        var about = Optional.ofNullable(entry.card()).map(key -> known(written, key));
        var asked = about.map(Written::author).orElseGet(() -> cast.person(Objects.requireNonNull(entry.person())));
        var introduction = DemoActing.as(
                asker,
                () -> about.map(card -> introducing.askAbout(meeting, card.card(), entry.line()))
                        .orElseGet(() -> introducing.askFor(meeting, asked, entry.line())));
        switch (entry.answer()) {
            case YES -> DemoActing.as(asked, () -> introducing.accept(introduction));
            case NOT_NOW -> DemoActing.as(asked, () -> introducing.putAside(introduction));
            case NONE -> {}
        }
        var turn = asker;
        for (var message : Objects.requireNonNullElse(entry.messages(), List.<String>of())) {
            var sender = turn;
            DemoActing.as(sender, () -> correspondence.write(introduction, message));
            turn = turn.equals(asker) ? asked : asker;
        }
    }

    private static Written known(Map<String, Written> written, String key) {
        return Objects.requireNonNull(written.get(key), key);
    }
}

package org.caravanserai.partnering.card;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.partnering.directory.Blocking;
import org.caravanserai.partnering.directory.PartneringAccess;
import org.caravanserai.partnering.matching.CardKind;
import org.caravanserai.partnering.matching.Fit;
import org.caravanserai.partnering.matching.Sought;
import org.caravanserai.people.Concealment;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Internal;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cards of a meeting as somebody who looks for partners sees them: all of them, and those that suit her own. */
@Service
@PreAuthorize("@partnering.takesPart(#meeting)")
public class CardBrowsing {

    private final CardReading reading;
    private final PartnerCards cards;
    private final PartneringAccess access;
    private final Concealment concealment;
    private final Blocking blocking;

    CardBrowsing(
            CardReading reading,
            PartnerCards cards,
            PartneringAccess access,
            Concealment concealment,
            Blocking blocking) {
        this.reading = reading;
        this.cards = cards;
        this.access = access;
        this.concealment = concealment;
        this.blocking = blocking;
    }

    /**
     * Which cards a list shows; what is empty lets everything through.
     *
     * @param words of titles, texts, methods and countries, however they are spelled
     * @param topic the key of a topic
     * @param country ISO 3166-1 alpha-2
     * @param language a BCP 47 tag
     */
    public record Filter(
            String words,
            Optional<CardKind> kind,
            Optional<Sought> sought,
            String topic,
            String country,
            String language) {

        /** All. */
        public static final Filter ALL = new Filter("", Optional.empty(), Optional.empty(), "", "", "");

        private boolean lets(KnownCard card) {
            var facts = card.facts();
            return kind.map(facts.kind()::equals).orElse(true)
                    && sought.map(facts.sought()::equals).orElse(true)
                    && (topic.isEmpty() || facts.topics().contains(topic))
                    && (country.isEmpty() || country.equals(facts.country()))
                    && (language.isEmpty() || facts.languages().contains(language));
        }
    }

    /** One page of what was found, the latest first, and how many it has in all. */
    public record Found(List<ShownCard> cards, int total) {}

    /** A card that suits one of hers, and why. */
    public record Suggested(ShownCard card, Fit fit) {}

    /** What suits one of her cards, the best first. */
    public record ForCard(UUID card, List<Suggested> suggestions) {}

    /** A page of the cards that the acting person may see, without her own. */
    @Transactional(readOnly = true)
    public Found find(MeetingId meeting, Filter filter, int offset, int limit) {
        var me = access.me().value();
        var member = access.member(meeting);
        var found = reading.of(meeting).find(filter.words(), visible(me, member)).stream()
                .filter(card -> !card.facts().author().equals(me))
                .filter(filter::lets)
                .toList();
        return new Found(
                found.stream()
                        .skip(offset)
                        .limit(limit)
                        .map(card -> card.shownTo(me, member))
                        .toList(),
                found.size());
    }

    /** What suits the acting person's cards that are shown, card by card. */
    @Transactional(readOnly = true)
    public List<ForCard> suggestions(MeetingId meeting) {
        var me = access.me().value();
        var known = reading.of(meeting);
        var member = access.member(meeting);
        var hidden = concealment.hiddenFrom(access.me());
        return known.all().stream()
                .filter(card -> card.facts().author().equals(me))
                .map(card -> new ForCard(
                        card.key(),
                        known.suggestions().of(card.key()).stream()
                                .flatMap(one ->
                                        Optional.ofNullable(known.byKey().get(one.card()))
                                                .filter(other -> other.isFor(member))
                                                .filter(other -> !hidden.contains(new PersonId(
                                                        other.facts().author())))
                                                .map(other -> new Suggested(other.shownTo(me, member), one.fit()))
                                                .stream())
                                .toList()))
                .toList();
    }

    /** A card that the acting person may see; empty if there is none. */
    @Transactional(readOnly = true)
    public Optional<ShownCard> card(MeetingId meeting, UUID card) {
        var me = access.me().value();
        var member = access.member(meeting);
        return seen(meeting, card, me, member).map(known -> known.shownTo(me, member));
    }

    /** Who wrote a card that the acting person may see, for other services: it is not for her to know. */
    @Internal
    @Transactional(readOnly = true)
    public Optional<PersonId> authorOf(MeetingId meeting, UUID card) {
        return seen(meeting, card, access.me().value(), access.member(meeting))
                .map(known -> new PersonId(known.facts().author()));
    }

    /**
     * Keeps the author of a card away from the acting person, whether or not she knows who it is.
     *
     * @return the block, by which it is taken back
     * @throws Refusal if she may not see the card, or it is her own
     */
    @Transactional
    public UUID blockAuthor(MeetingId meeting, UUID card) {
        var known = card(meeting, card).orElseThrow(() -> Refusal.of("partner.card.gone"));
        var author = cards.findById(card).orElseThrow().author();
        return blocking.block(author, known.author().isEmpty());
    }

    private Optional<KnownCard> seen(MeetingId meeting, UUID card, UUID me, boolean member) {
        return Optional.ofNullable(reading.of(meeting).byKey().get(card)).filter(visible(me, member));
    }

    private Predicate<KnownCard> visible(UUID me, boolean member) {
        var hidden = concealment.hiddenFrom(new PersonId(me));
        return card -> card.facts().author().equals(me)
                || card.isFor(member)
                        && !hidden.contains(new PersonId(card.facts().author()));
    }
}

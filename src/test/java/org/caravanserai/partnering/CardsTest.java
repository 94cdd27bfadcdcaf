package org.caravanserai.partnering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.partnering.card.CardBrowsing;
import org.caravanserai.partnering.card.CardBrowsing.Filter;
import org.caravanserai.partnering.card.CardContent;
import org.caravanserai.partnering.card.CardState;
import org.caravanserai.partnering.card.OwnCards;
import org.caravanserai.partnering.card.ShownCard;
import org.caravanserai.partnering.card.Visibility;
import org.caravanserai.partnering.matching.CardKind;
import org.caravanserai.partnering.matching.Fit;
import org.caravanserai.partnering.matching.Sought;
import org.caravanserai.people.PersonId;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;

/** What is kept of a card, who sees it, and what it is shown. */
@IntegrationTest
class CardsTest {

    @Autowired
    PartnerScene scene;

    @Autowired
    OwnCards cards;

    @Autowired
    CardBrowsing browsing;

    @Autowired
    TestClock clock;

    @Test
    void aDraftIsKeptAsItIsTypedAndSeenByItsAuthorAlone() {
        var meeting = scene.meeting();
        var aigul = scene.member(meeting, "Aigul Bekova", "KZ");
        var ken = scene.member(meeting, "Ken Mori", "JP");
        var card = Acting.as(aigul, () -> {
            var key = cards.begin(meeting.id(), CardKind.NEED);
            var begun = cards.card(key);
            var half = new CardContent(
                    CardKind.NEED,
                    Sought.SITE,
                    Set.of(),
                    LocalizedText.EMPTY,
                    LocalizedText.english("half a sent"),
                    "drone,",
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Visibility.SIGNED_IN,
                    begun.content().expires());
            cards.write(key, begun.version(), half);
            assertThat(cards.card(key).content()).isEqualTo(half);
            return key;
        });

        assertThat(titles(meeting, ken)).isEmpty();
        Acting.as(ken, () -> {
            assertThatThrownBy(() -> cards.card(card)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> cards.publish(card)).isInstanceOf(AccessDeniedException.class);
        });
        Acting.as(
                aigul,
                () -> assertThatThrownBy(() -> cards.publish(card))
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.problems())
                                        .extracting(Refusal.Problem::field)
                                        .containsExactly("title", "topics")));
    }

    @Test
    void aPublishedCardCannotBeEmptiedAndAnOlderWindowOverwritesNothing() {
        var meeting = scene.meeting();
        var aigul = scene.member(meeting, "Aigul Bekova", "KZ");
        var card = scene.published(meeting, aigul, CardKind.NEED, "Dust", Visibility.SIGNED_IN);

        Acting.as(aigul, () -> {
            var own = cards.card(card);
            var empty = PartnerScene.content(own.content(), " ", Visibility.SIGNED_IN);
            assertThatThrownBy(() -> cards.write(card, own.version(), empty)).isInstanceOf(Refusal.class);
            cards.write(card, own.version(), PartnerScene.content(own.content(), "More dust", Visibility.MEMBERS));
            assertThatThrownBy(() -> cards.write(card, own.version(), own.content()))
                    .isInstanceOf(OptimisticLockingFailureException.class);
        });
    }

    @Test
    void aCardForMembersIsSeenByMembersAndOneForAllByWhoeverIsSignedIn() {
        var meeting = scene.meeting();
        var aigul = scene.member(meeting, "Aigul Bekova", "KZ");
        var member = scene.member(meeting, "Ken Mori", "JP");
        var outsider = scene.somebody("Outsider", "UZ");
        scene.published(meeting, aigul, CardKind.NEED, "For members", Visibility.MEMBERS);
        scene.published(meeting, aigul, CardKind.NEED, "For all", Visibility.SIGNED_IN);

        assertThat(titles(meeting, member)).containsExactlyInAnyOrder("For members", "For all");
        assertThat(titles(meeting, outsider)).containsExactly("For all");
    }

    @Test
    void whoWroteACardIsToldWhereBothAreInTheDirectory() {
        var meeting = scene.meeting();
        var aigul = scene.member(meeting, "Aigul Bekova", "KZ");
        var member = scene.member(meeting, "Ken Mori", "JP");
        var outsider = scene.somebody("Outsider", "UZ");
        scene.published(meeting, aigul, CardKind.NEED, "By a member", Visibility.SIGNED_IN);
        scene.published(meeting, outsider, CardKind.OFFER, "By an outsider", Visibility.SIGNED_IN);

        assertThat(find(meeting, member, "By a member").author())
                .hasValueSatisfying(
                        author -> assertThat(author.name().published()).isEqualTo("Aigul Bekova"));
        assertThat(find(meeting, member, "By an outsider").author()).isEmpty();
        assertThat(find(meeting, outsider, "By a member").author()).isEmpty();
        assertThat(found(meeting, outsider, new Filter("Bekova", Optional.empty(), Optional.empty(), "", "", "")))
                .as("a name that is not shown finds nothing")
                .isEmpty();
    }

    @Test
    void aCardGoesWhenItExpiresOrIsWithdrawn() {
        var meeting = scene.meeting();
        var aigul = scene.member(meeting, "Aigul Bekova", "KZ");
        var ken = scene.member(meeting, "Ken Mori", "JP");
        var card = scene.published(meeting, aigul, CardKind.NEED, "Dust", Visibility.SIGNED_IN);
        assertThat(titles(meeting, ken)).hasSize(1);

        Acting.as(aigul, () -> cards.withdraw(card));
        assertThat(titles(meeting, ken)).isEmpty();
        Acting.as(aigul, () -> cards.publish(card));
        assertThat(titles(meeting, ken)).hasSize(1);

        clock.advance(Duration.ofDays(3 * 365));
        assertThat(titles(meeting, ken)).isEmpty();
        Acting.as(aigul, () -> {
            var own = cards.mine(meeting.id()).getFirst();
            assertThat(own.expired()).isTrue();
            assertThat(own.state()).isEqualTo(CardState.PUBLISHED);
        });
    }

    @Test
    void filtersAndWordsInAnySpellingNarrowTheList() {
        var meeting = scene.meeting();
        var aigul = scene.member(meeting, "Aigul Bekova", "KZ");
        var ken = scene.member(meeting, "Ken Mori", "JP");
        scene.published(meeting, aigul, CardKind.NEED, "Саксаул", Visibility.SIGNED_IN);
        scene.published(meeting, aigul, CardKind.OFFER, "Wind", Visibility.SIGNED_IN);

        assertThat(found(meeting, ken, new Filter("saksaul", Optional.empty(), Optional.empty(), "", "", "")))
                .hasSize(1);
        assertThat(found(meeting, ken, new Filter("", Optional.of(CardKind.OFFER), Optional.empty(), "", "", "")))
                .hasSize(1);
        assertThat(found(meeting, ken, new Filter("", Optional.empty(), Optional.of(Sought.SITE), "", "", "")))
                .isEmpty();
        assertThat(found(meeting, ken, new Filter("", Optional.empty(), Optional.empty(), "aral-sea", "KZ", "ru")))
                .hasSize(2);
        assertThat(found(meeting, ken, new Filter("", Optional.empty(), Optional.empty(), "", "JP", "")))
                .isEmpty();
    }

    @Test
    void hersAreShownWhatSuitsThemWithReasonsThatAddUp() {
        var meeting = scene.meeting();
        var aigul = scene.member(meeting, "Aigul Bekova", "KZ");
        var ken = scene.member(meeting, "Ken Mori", "JP");
        var need = scene.published(meeting, aigul, CardKind.NEED, "Lidar profiles", Visibility.SIGNED_IN);
        var offer = scene.published(meeting, ken, CardKind.OFFER, "Lidar profiles", Visibility.SIGNED_IN);

        var hers = Acting.as(aigul, () -> browsing.suggestions(meeting.id()));
        assertThat(hers).singleElement().satisfies(forCard -> {
            assertThat(forCard.card()).isEqualTo(need);
            assertThat(forCard.suggestions()).singleElement().satisfies(one -> {
                assertThat(one.card().key()).isEqualTo(offer);
                assertThat(one.fit().score())
                        .isEqualTo(one.fit().reasons().stream()
                                .mapToInt(Fit.Reason::points)
                                .sum())
                        .isGreaterThan(50);
            });
        });
    }

    @Test
    void nobodyIsShownACardThatIsNotForHer() {
        var meeting = scene.meeting();
        var outsider = scene.somebody("Outsider", "UZ");
        var ken = scene.member(meeting, "Ken Mori", "JP");
        scene.published(meeting, outsider, CardKind.NEED, "Lidar", Visibility.SIGNED_IN);
        scene.published(meeting, ken, CardKind.OFFER, "Lidar", Visibility.MEMBERS);

        assertThat(Acting.as(outsider, () -> browsing.suggestions(meeting.id()))
                        .getFirst()
                        .suggestions())
                .isEmpty();
    }

    @Test
    void onlySoManyCardsAreBegun() {
        var meeting = scene.meeting();
        var aigul = scene.member(meeting, "Aigul Bekova", "KZ");
        Acting.as(aigul, () -> {
            for (int i = 0; i < OwnCards.MOST; i++) {
                cards.begin(meeting.id(), CardKind.NEED);
            }
            assertThatThrownBy(() -> cards.begin(meeting.id(), CardKind.NEED)).isInstanceOf(Refusal.class);
        });
    }

    @Test
    void whatIsTooLongOrContradictsItselfIsRefusedAtItsField() {
        var day = java.time.LocalDate.of(2027, 6, 1);
        assertThatThrownBy(() -> new CardContent(
                        CardKind.NEED,
                        Sought.DATA,
                        Set.of("a", "b", "c", "d"),
                        LocalizedText.english("x".repeat(161)),
                        LocalizedText.english("x".repeat(2_001)),
                        "x".repeat(301),
                        Set.of(),
                        Optional.of(day),
                        Optional.of(day.minusDays(1)),
                        Visibility.MEMBERS,
                        day))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Refusal.Problem::field)
                                .containsExactly("title", "text", "methods", "topics", "until"));
    }

    @Test
    void listsOfManyCostAsManyStatementsAsListsOfFew() {
        var few = scene.meeting();
        var many = scene.meeting();
        var reader = scene.member(few, "Reader", "KZ");
        scene.join(many, reader);
        for (var meeting : List.of(few, many)) {
            scene.published(meeting, reader, CardKind.NEED, "Lidar", Visibility.SIGNED_IN);
            for (int i = 0; i < (meeting == few ? 1 : 30); i++) {
                var other = scene.somebody("Author " + i, "UZ");
                scene.published(meeting, other, CardKind.OFFER, "Lidar " + i, Visibility.SIGNED_IN);
            }
        }

        statements(many, reader);
        statements(few, reader);

        assertThat(statements(many, reader)).isEqualTo(statements(few, reader));
    }

    private List<Integer> statements(Meeting meeting, PersonId reader) {
        return Acting.as(reader, () -> {
            browsing.find(meeting.id(), Filter.ALL, 0, 50);
            return List.of(
                    SqlCounter.count(() -> browsing.find(meeting.id(), Filter.ALL, 0, 50)),
                    SqlCounter.count(() -> browsing.suggestions(meeting.id())),
                    SqlCounter.count(() -> cards.mine(meeting.id())));
        });
    }

    private ShownCard find(Meeting meeting, PersonId reader, String title) {
        return found(meeting, reader, Filter.ALL).stream()
                .filter(card -> card.title().all().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private List<String> titles(Meeting meeting, PersonId reader) {
        return found(meeting, reader, Filter.ALL).stream()
                .map(card -> card.title().all())
                .toList();
    }

    private List<ShownCard> found(Meeting meeting, PersonId reader, Filter filter) {
        return Acting.as(reader, () -> browsing.find(meeting.id(), filter, 0, 50))
                .cards();
    }
}

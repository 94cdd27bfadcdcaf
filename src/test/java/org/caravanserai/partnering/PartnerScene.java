package org.caravanserai.partnering;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingFixtures;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.partnering.card.CardContent;
import org.caravanserai.partnering.card.OwnCards;
import org.caravanserai.partnering.card.Visibility;
import org.caravanserai.partnering.directory.DirectoryMembership;
import org.caravanserai.partnering.directory.Shown;
import org.caravanserai.partnering.introduction.Introducing;
import org.caravanserai.partnering.matching.CardKind;
import org.caravanserai.partnering.matching.Sought;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.Ids;
import org.caravanserai.testing.Acting;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.springframework.stereotype.Component;

/** Makes the people, cards and introductions that tests of partner finding need. */
@Component
public class PartnerScene {

    private final MeetingFixtures meetings;
    private final Persons persons;
    private final Accounts accounts;
    private final DirectoryMembership membership;
    private final OwnCards cards;
    private final Introducing introducing;
    private final Clock clock;

    PartnerScene(
            MeetingFixtures meetings,
            Persons persons,
            Accounts accounts,
            DirectoryMembership membership,
            OwnCards cards,
            Introducing introducing,
            Clock clock) {
        this.meetings = meetings;
        this.persons = persons;
        this.accounts = accounts;
        this.membership = membership;
        this.cards = cards;
        this.introducing = introducing;
        this.clock = clock;
    }

    /** An open meeting. */
    public Meeting meeting() {
        return meetings.openMeeting();
    }

    /** Somebody with an account, who works somewhere. */
    public PersonId somebody(String name, String country) {
        var person = new Person(PersonName.published(name));
        person.affiliate(null, "Institute of " + name, country);
        person.locate(Language.EN, Set.of("en", "ru"), MeetingFixtures.ASTANA);
        person.interestIn(Set.of("aral-sea"));
        persons.save(person);
        var account = new Account(person.id(), new EmailAddress(Ids.code() + "@partner.example"), "", clock);
        account.verify(clock);
        accounts.save(account);
        return person.id();
    }

    /** Somebody in the directory of a meeting. */
    public PersonId member(Meeting meeting, String name, String country) {
        var person = somebody(name, country);
        join(meeting, person);
        return person;
    }

    /** Enters the directory. */
    public void join(Meeting meeting, PersonId person) {
        Acting.as(person, () -> membership.join(meeting.id(), Shown.ALL));
    }

    /** The address of a person's account, which nobody else may learn. */
    public String addressOf(PersonId person) {
        return accounts.findByPerson(person.value()).orElseThrow().email().value();
    }

    /** A card that is published. */
    public UUID published(Meeting meeting, PersonId author, CardKind kind, String title, Visibility visibility) {
        var card = draft(meeting, author, kind, title, visibility);
        Acting.as(author, () -> cards.publish(card));
        return card;
    }

    /** A card that is a draft. */
    public UUID draft(Meeting meeting, PersonId author, CardKind kind, String title, Visibility visibility) {
        return Acting.as(author, () -> {
            var card = cards.begin(meeting.id(), kind);
            var begun = cards.card(card);
            cards.write(card, begun.version(), content(begun.content(), title, visibility));
            return card;
        });
    }

    /** What a card about data from the Aral Sea says. */
    public static CardContent content(CardContent begun, String title, Visibility visibility) {
        return new CardContent(
                begun.kind(),
                Sought.DATA,
                Set.of("aral-sea"),
                LocalizedText.english(title),
                LocalizedText.english("Salt and dust of " + title),
                "lidar",
                begun.languages(),
                Optional.empty(),
                Optional.empty(),
                visibility,
                begun.expires());
    }

    /** One asks to be introduced to another, who has answered nothing. */
    public UUID asked(MeetingId meeting, PersonId asker, PersonId asked) {
        return Acting.as(asker, () -> introducing.askFor(meeting, asked, "May we meet?"));
    }

    /** Two who were introduced. */
    public UUID introduced(MeetingId meeting, PersonId asker, PersonId asked) {
        var introduction = asked(meeting, asker, asked);
        Acting.as(asked, () -> introducing.accept(introduction));
        return introduction;
    }
}

package org.caravanserai.demo;

import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Objects;
import org.caravanserai.demo.Content.PersonEntry;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.Degree;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.InstitutionDirectory;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Rank;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.people.Ror;
import org.caravanserai.people.Salutation;
import org.caravanserai.text.Language;
import org.caravanserai.text.PersonName;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people of the demonstration, their accounts and what they may do. */
@Component
@Profile("demo")
class DemoPeople {

    private static final String ADMINISTRATOR = "ivanchenko-oleg";

    private final Clock clock;
    private final Persons persons;
    private final Accounts accounts;
    private final InstitutionDirectory institutions;
    private final RoleGrants grants;

    DemoPeople(Clock clock, Persons persons, Accounts accounts, InstitutionDirectory institutions, RoleGrants grants) {
        this.clock = clock;
        this.persons = persons;
        this.accounts = accounts;
        this.institutions = institutions;
        this.grants = grants;
    }

    void load(Content content, Cast cast) {
        content.people().forEach(entry -> person(entry, cast));
    }

    /** Gives the roles at the meeting, and one administrator for all. */
    void roles(MeetingId meeting, Content content, Cast cast) {
        for (var entry : content.people()) {
            var person = cast.person(entry.key());
            if (entry.organiser()) {
                grants.save(new RoleGrant(person, Role.ORGANISER, meeting.value()));
            }
            if (entry.chair()) {
                grants.save(new RoleGrant(person, Role.CHAIR, meeting.value()));
            }
            if (entry.reviewer()) {
                grants.save(new RoleGrant(person, Role.REVIEWER, meeting.value()));
            }
            if (entry.desk()) {
                grants.save(new RoleGrant(person, Role.DESK, meeting.value()));
            }
        }
        grants.save(new RoleGrant(cast.person(ADMINISTRATOR), Role.ADMINISTRATOR, RoleGrant.EVERYWHERE));
    }

    /** Gives the organisers of the demonstration another meeting. */
    void organise(MeetingId meeting, Content content, Cast cast) {
        content.people().stream()
                .filter(PersonEntry::organiser)
                .forEach(p -> grants.save(new RoleGrant(cast.person(p.key()), Role.ORGANISER, meeting.value())));
    }

    private void person(PersonEntry entry, Cast cast) {
        var person = new Person(new PersonName(
                entry.published(),
                Objects.requireNonNullElse(entry.family(), ""),
                entry.given(),
                PersonName.Order.valueOf(entry.order()),
                Objects.requireNonNullElse(entry.nativeName(), ""),
                Objects.requireNonNullElse(entry.kana(), ""),
                Objects.requireNonNullElse(entry.patronymic(), "")));
        person.describe(
                Salutation.valueOf(entry.salutation()),
                Degree.valueOf(entry.degree()),
                Rank.valueOf(entry.rank()),
                Content.text(entry.biography()));
        var institution = institutions.find(new Ror(entry.institutionRor()));
        person.affiliate(
                institution.map(InstitutionDirectory.Found::key).orElse(null),
                institution.map(InstitutionDirectory.Found::printedName).orElse(entry.institutionName()),
                entry.country());
        person.locate(
                Language.ofTag(entry.language()).orElse(Language.EN),
                new LinkedHashSet<>(entry.languages()),
                ZoneId.of(entry.zone()));
        person.interestIn(new LinkedHashSet<>(entry.topics()));
        persons.save(person);
        cast.people.put(entry.key(), person.id());
        var account = new Account(person.id(), new EmailAddress(entry.email()), "", clock);
        account.verify(clock);
        accounts.save(account);
    }
}

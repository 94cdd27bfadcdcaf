package org.caravanserai.exchange.deposit;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.agenda.Publications;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.InstitutionDirectory;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Ror;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the file with which the published abstracts of a meeting get their DOIs. Nothing that is not published is in it. */
@Service
public class AbstractsDeposit {

    private final Publications publications;
    private final Persons persons;
    private final InstitutionDirectory institutions;
    private final PeopleProperties installation;
    private final Clock clock;

    AbstractsDeposit(
            Publications publications,
            Persons persons,
            InstitutionDirectory institutions,
            PeopleProperties installation,
            Clock clock) {
        this.publications = publications;
        this.persons = persons;
        this.institutions = institutions;
        this.installation = installation;
        this.clock = clock;
    }

    /**
     * The deposit as XML (Crossref, schema 5.4.0).
     *
     * @throws Refusal if the public sees no abstract of the meeting
     */
    @PreAuthorize("@access.organiser(#meeting.value())")
    @Transactional(readOnly = true)
    public byte[] xml(MeetingId meeting, DepositDetails details) {
        var agenda = publications.latest(meeting).orElseThrow(() -> Refusal.of("metadata.none"));
        var first = publications.releases(meeting).getLast().publishedAt();
        var deposit =
                Deposit.of(agenda, first, rors(agenda.snapshot()), details, installation.address(""), clock.instant());
        if (deposit.papers().isEmpty()) {
            throw Refusal.of("metadata.none");
        }
        return DepositWriter.write(deposit);
    }

    /** The institution that a person picked, as long as it is the one that is published of her. */
    private Map<UUID, Ror> rors(AgendaSnapshot agenda) {
        var published = agenda.people().stream()
                .collect(Collectors.toMap(AgendaSnapshot.PersonPart::key, AgendaSnapshot.PersonPart::affiliation));
        var picked = new HashMap<UUID, UUID>();
        persons.findAllById(published.keySet())
                .forEach(p -> p.institution().ifPresent(key -> picked.put(p.key(), key)));
        var found = institutions.find(picked.values());
        var rors = new HashMap<UUID, Ror>();
        picked.forEach((person, key) -> {
            var institution = found.get(key);
            if (institution != null && institution.printedName().equals(published.get(person))) {
                rors.put(person, institution.ror());
            }
        });
        return rors;
    }
}

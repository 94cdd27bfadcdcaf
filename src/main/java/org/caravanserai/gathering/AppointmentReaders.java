package org.caravanserai.gathering;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says which people of an appointment can be written to, and how: where, in which language, and by whose clocks. */
@Component
class AppointmentReaders {

    private final Participants participants;
    private final Strangers strangers;
    private final Askable askable;
    private final Persons persons;
    private final Accounts accounts;

    AppointmentReaders(
            Participants participants, Strangers strangers, Askable askable, Persons persons, Accounts accounts) {
        this.participants = participants;
        this.strangers = strangers;
        this.askable = askable;
        this.persons = persons;
        this.accounts = accounts;
    }

    /**
     * Somebody who is written to.
     *
     * @param person her profile; null if she was invited by mail
     */
    record Reader(
            Participant part,
            EmailAddress email,
            @Nullable Person person,
            String name,
            Language language,
            ZoneId zone) {}

    /** Everybody in an appointment, with the profiles of those who have one. */
    record Everybody(List<Participant> parts, Map<UUID, Person> known) {

        /** All but this one, by name. */
        String except(Participant one, Language language) {
            return parts.stream()
                    .filter(p -> !p.key().equals(one.key()))
                    .map(p -> name(p, language))
                    .collect(Collectors.joining(", "));
        }

        /** All but this person, by name. */
        String except(PersonId one, Language language) {
            return parts.stream()
                    .filter(p -> p.person().filter(one::equals).isEmpty())
                    .map(p -> name(p, language))
                    .collect(Collectors.joining(", "));
        }

        /** What somebody in it is called. */
        String name(Participant part, Language language) {
            return part.person()
                    .map(id -> known.get(id.value()))
                    .map(person -> person.name().in(language))
                    .orElse(part.invitedName());
        }
    }

    /** Everybody in an appointment. */
    Everybody everybody(Appointment appointment) {
        var parts = participants.of(appointment.key());
        return new Everybody(parts, known(parts));
    }

    /** Everybody in it but its organiser. */
    List<Participant> others(Appointment appointment) {
        return participants.of(appointment.key()).stream()
                .filter(p -> p.person().filter(appointment.organiser()::equals).isEmpty())
                .toList();
    }

    /** Its organiser. */
    List<Participant> organiser(Appointment appointment) {
        return participants
                .findByAppointmentAndPerson(
                        appointment.key(), appointment.organiser().value())
                .stream()
                .toList();
    }

    /** One of those who are or were in it. */
    List<Participant> one(UUID participant) {
        return participants.findById(participant).stream().toList();
    }

    /** Those of some participants who can be written to, and want to be. */
    List<Reader> of(Appointment appointment, Collection<Participant> whom) {
        var known = known(whom);
        var addresses = addresses(whom);
        var apart = askable.apartFrom(appointment.organiser());
        return whom.stream()
                // Whoever keeps apart from the organiser is not reached by her address either, unless she has come
                // already.
                .filter(part -> part.answeredAt().isPresent()
                        || part.invitedEmail().filter(apart::has).isEmpty())
                .flatMap(
                        part -> Optional.ofNullable(addresses.get(part.key()))
                                .map(email -> reader(appointment, part, email, known))
                                .stream())
                .toList();
    }

    /** Where those of some participants are written to who can be, and want to be, by the participant's key. */
    Map<UUID, EmailAddress> addresses(Collection<Participant> whom) {
        var accountsOf =
                accounts
                        .findByPersonIn(whom.stream()
                                .flatMap(p -> p.person().stream())
                                .map(PersonId::value)
                                .toList())
                        .stream()
                        .filter(Account::isUsable)
                        .collect(Collectors.toMap(a -> a.person().value(), Account::email));
        var found = new HashMap<UUID, EmailAddress>();
        for (var part : whom) {
            part.person()
                    .flatMap(p -> Optional.ofNullable(accountsOf.get(p.value())))
                    .or(() -> part.invitedEmail().filter(strangers::mayWrite))
                    .ifPresent(email -> found.put(part.key(), email));
        }
        return found;
    }

    private static Reader reader(
            Appointment appointment, Participant part, EmailAddress email, Map<UUID, Person> known) {
        return part.person()
                .map(p -> Objects.requireNonNull(known.get(p.value())))
                .map(person -> new Reader(
                        part, email, person, person.name().in(person.language()), person.language(), person.zone()))
                .orElseGet(() -> new Reader(
                        part,
                        email,
                        null,
                        part.invitedName(),
                        part.invitedLanguage(),
                        appointment.time().zone()));
    }

    /** The profiles of those of some participants who have one. */
    Map<UUID, Person> known(Collection<Participant> of) {
        var found = new HashMap<UUID, Person>();
        persons.findAllById(of.stream()
                        .flatMap(p -> p.person().stream())
                        .map(PersonId::value)
                        .toList())
                .forEach(p -> found.put(p.key(), p));
        return found;
    }
}

package org.caravanserai.partnering.tables;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.caravanserai.partnering.tables.EventFacts.Facts;
import org.caravanserai.people.Access;
import org.caravanserai.people.PersonId;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an event puts on paper once meetings are given out: what stands at each table, for organisers, and each person's sheet,
 * which she and they may have. Nothing of others' meetings stands on a sheet.
 */
@Service
public class TablePapers {

    private final EventFacts facts;
    private final Access access;
    private final Clock clock;

    TablePapers(EventFacts facts, Access access, Clock clock) {
        this.facts = facts;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What every paper of an event says first.
     *
     * @param meeting the name of the meeting that it is part of
     * @param city where it takes place
     */
    public record Cover(
            UUID event, LocalizedText title, LocalizedText meeting, String slug, ZoneId zone, LocalizedText city) {}

    /** Two who meet at a table; {@code interpreter} is empty where they need none. */
    public record Met(EventSlot slot, UUID table, PartyName one, PartyName other, String interpreter) {}

    /**
     * Who meets whom, when and where.
     *
     * @param today the day that it is at the meeting's place
     * @param meetings in order of time
     */
    public record Plan(
            Cover cover,
            LocalDate today,
            List<EventSlot> slots,
            List<EventSetUp.TableLine> tables,
            List<Met> meetings) {}

    /**
     * What one person is given.
     *
     * @param language the one she reads
     * @param party hers
     */
    public record Sheet(
            PersonId person,
            PersonName name,
            Language language,
            PartyName party,
            List<EventParticipation.Appointed> appointed) {}

    /** Sheets, and the plan that they are of; whoever may see her own alone is told no meetings of others there. */
    public record Sheets(Plan plan, List<Sheet> sheets) {}

    /** What an event is called, for those who may have all its papers. */
    @PreAuthorize("@tablesAccess.organises(#event)")
    @Transactional(readOnly = true)
    public Cover cover(UUID event) {
        return cover(given(event));
    }

    /** What an event is called, for those who may have their own sheet. */
    @PreAuthorize("@tablesAccess.takesPart(#event)")
    @Transactional(readOnly = true)
    public Cover ownCover(UUID event) {
        return cover(given(event));
    }

    /**
     * Who meets whom, when and where.
     *
     * @throws Refusal if that is not given out
     */
    @PreAuthorize("@tablesAccess.organises(#event)")
    @Transactional(readOnly = true)
    public Plan plan(UUID event) {
        return plan(given(event));
    }

    /**
     * Everybody's sheet.
     *
     * @throws Refusal if nothing is given out
     */
    @PreAuthorize("@tablesAccess.organises(#event)")
    @Transactional(readOnly = true)
    public Sheets sheets(UUID event) {
        var read = given(event);
        return new Sheets(plan(read), sheets(read, member -> true));
    }

    /**
     * The acting person's sheet.
     *
     * @throws Refusal if nothing is given out
     */
    @PreAuthorize("@tablesAccess.takesPart(#event)")
    @Transactional(readOnly = true)
    public Sheets own(UUID event) {
        var read = given(event);
        var me = access.requireMe().value();
        return new Sheets(
                plan(read.with(List.of())),
                sheets(read, member -> member.person().equals(me)));
    }

    private Facts given(UUID event) {
        var read = facts.read(event);
        if (!read.event().state().isGivenOut()) {
            throw Refusal.of("tables.refused.state");
        }
        return read;
    }

    private static Cover cover(Facts read) {
        return new Cover(
                read.event().key(),
                read.event().title(),
                read.meeting().name(),
                read.meeting().slug(),
                read.zone(),
                read.meeting().city());
    }

    private Plan plan(Facts read) {
        var names = read.names();
        var interpreters =
                read.interpreters().stream().collect(Collectors.toMap(EventInterpreter::key, EventInterpreter::name));
        return new Plan(
                cover(read),
                LocalDate.ofInstant(clock.instant(), read.zone()),
                read.slots(),
                read.tables().stream()
                        .map(table -> new EventSetUp.TableLine(table.key(), table.name(), table.across(), table.down()))
                        .toList(),
                read.seats().stream()
                        .sorted(Comparator.comparingInt(TableSeat::slot))
                        .map(seat -> new Met(
                                read.slots().get(seat.slot()),
                                seat.table(),
                                PartyName.of(names, seat.one()),
                                PartyName.of(names, seat.other()),
                                seat.interpreter().map(interpreters::get).orElse("")))
                        .toList());
    }

    private static List<Sheet> sheets(Facts read, Predicate<PartyMembers.Known> whose) {
        Map<UUID, PartyName> names = read.names();
        return read.people().values().stream()
                .flatMap(List::stream)
                .filter(whose)
                .map(member -> new Sheet(
                        new PersonId(member.person()),
                        member.name(),
                        member.language(),
                        PartyName.of(names, member.party()),
                        Timetables.of(read, member.party())))
                .toList();
    }
}

package org.caravanserai.proposal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.people.Access;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.StoredFiles;
import org.caravanserai.proposal.sheet.Mapping;
import org.caravanserai.proposal.sheet.SheetChoice;
import org.caravanserai.proposal.sheet.SheetReader;
import org.caravanserai.proposal.sheet.SheetTable;
import org.caravanserai.proposal.sheet.Surroundings;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the spreadsheet that an organiser is about to take in, with how it is read and what its columns mean, until she has
 * taken it in or given it up: a change of language, a restart, or a correction of the file loses none of it.
 */
@Service
public class SheetUpload {

    private static final Duration KEPT = Duration.ofDays(14);
    private static final int LONGEST_NAME = 200;

    private final WaitingSheets waiting;
    private final SheetMappings mappings;
    private final SheetSurroundings surroundings;
    private final StoredFiles files;
    private final Access access;
    private final Clock clock;

    SheetUpload(
            WaitingSheets waiting,
            SheetMappings mappings,
            SheetSurroundings surroundings,
            StoredFiles files,
            Access access,
            Clock clock) {
        this.waiting = waiting;
        this.mappings = mappings;
        this.surroundings = surroundings;
        this.files = files;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The file that waits, as it is read now.
     *
     * @param mapping what its columns mean: as chosen, else as the last time, else as guessed
     * @param surroundings what columns and values can mean
     */
    public record Waiting(String fileName, SheetTable table, Mapping mapping, Surroundings surroundings) {}

    /**
     * Keeps a file in place of the one that waited before.
     *
     * @throws Refusal if it is no table, is broken, or passes a limit; the one before stays then
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void put(MeetingId meeting, String fileName, byte[] file) {
        surroundings.of(meeting);
        var table = SheetReader.read(file, Optional.empty());
        waiting.findByUploadedAtBefore(clock.instant().minus(KEPT)).forEach(this::remove);
        discard(meeting);
        waiting.flush();
        var name = Clean.line(fileName).replaceFirst("^.*[/\\\\]", "");
        waiting.save(new WaitingSheet(
                meeting,
                me(),
                files.store(new ByteArrayInputStream(file)),
                name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name,
                table.choice(),
                clock));
        if (mappings.findByMeeting(meeting.value()).isEmpty()) {
            mappings.save(new SheetMapping(meeting));
        }
    }

    /** The acting person's file that waits; empty if there is none. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional(readOnly = true)
    public Optional<Waiting> get(MeetingId meeting) {
        return mine(meeting).map(this::read);
    }

    /**
     * Reads the file otherwise.
     *
     * @throws Refusal if nothing can be read so; it stays as it was
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void choose(MeetingId meeting, SheetChoice choice) {
        var sheet = mine(meeting).orElseThrow(() -> Refusal.of("sheet.gone"));
        SheetReader.read(bytes(sheet), Optional.of(choice));
        sheet.choose(choice);
        waiting.save(sheet);
    }

    /** Gives the columns other meanings; the meeting's next sheet begins with them. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void map(MeetingId meeting, Mapping mapping) {
        var sheet = mine(meeting).orElseThrow(() -> Refusal.of("sheet.gone"));
        var head = SheetReader.read(bytes(sheet), Optional.of(sheet.choice())).head();
        var texts = mapping.toMap(head);
        sheet.map(texts);
        waiting.save(sheet);
        mappings.findByMeeting(meeting.value()).ifPresent(known -> {
            known.learn(texts);
            mappings.save(known);
        });
    }

    /** Gives the file up. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void discard(MeetingId meeting) {
        mine(meeting).ifPresent(this::remove);
    }

    /** The file of the acting person, read; for what is done with it. */
    Waiting require(MeetingId meeting) {
        return mine(meeting).map(this::read).orElseThrow(() -> Refusal.of("sheet.gone"));
    }

    private Waiting read(WaitingSheet sheet) {
        var around = surroundings.of(sheet.meeting());
        var table = SheetReader.read(bytes(sheet), Optional.of(sheet.choice()));
        var usual = around.types().stream()
                .filter(t -> t.kind() == SessionType.Kind.TALK)
                .findFirst()
                .orElse(around.types().getFirst());
        var mapping = Mapping.guess(table, around.labels(), usual.key());
        for (var known : List.of(
                mappings.findByMeeting(sheet.meeting().value())
                        .map(SheetMapping::mapping)
                        .orElse(Map.of()),
                sheet.mapping())) {
            mapping = Mapping.of(known, table.head(), mapping);
        }
        if (around.type(mapping.options().type()).isEmpty()) {
            var options = mapping.options();
            mapping = mapping.with(new Mapping.Options(
                    options.separator(),
                    options.familyFirst(),
                    options.allPresent(),
                    options.sameNameIsOne(),
                    usual.key(),
                    options.language()));
        }
        return new Waiting(sheet.fileName(), table, mapping, around);
    }

    private void remove(WaitingSheet sheet) {
        files.delete(sheet.stored());
        waiting.delete(sheet);
    }

    private Optional<WaitingSheet> mine(MeetingId meeting) {
        return waiting.findByMeetingAndPerson(meeting.value(), me().value());
    }

    private byte[] bytes(WaitingSheet sheet) {
        try (var stream = files.open(sheet.stored())) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PersonId me() {
        return access.me().orElseThrow(() -> Refusal.of("sheet.gone"));
    }
}

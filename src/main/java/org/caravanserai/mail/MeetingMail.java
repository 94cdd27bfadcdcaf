package org.caravanserai.mail;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.people.Access;
import org.caravanserai.people.MeetingNames;
import org.caravanserai.people.Role;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.AuditTrail;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages of a meeting, for its organisers. Links in them are the recipient's alone, since they may hold a secret:
 * an organiser reads the message without. Messages about what is concealed from her are not there for her, in no list,
 * count or search.
 */
@Service
public class MeetingMail {

    private static final int ROUND = 500;

    private final OutboxMessages messages;
    private final MailQueries queries;
    private final MeetingNames meetings;
    private final Access access;
    private final List<ConcealedMatters> concealing;
    private final AuditTrail trail;
    private final Clock clock;

    MeetingMail(
            OutboxMessages messages,
            MailQueries queries,
            MeetingNames meetings,
            Access access,
            List<ConcealedMatters> concealing,
            AuditTrail trail,
            Clock clock) {
        this.messages = messages;
        this.queries = queries;
        this.meetings = meetings;
        this.access = access;
        this.concealing = List.copyOf(concealing);
        this.trail = trail;
        this.clock = clock;
    }

    /** A meeting of the acting person, and how many of its messages have failed. */
    public record Failing(MeetingNames.Named meeting, int messages) {}

    /** The meeting at an address, if the acting person organises it. */
    @SignedIn
    @Transactional(readOnly = true)
    public Optional<MeetingNames.Named> meeting(String slug) {
        return meetings.at(slug).filter(m -> access.organiser(m.key()));
    }

    /** The meetings that the acting person organises. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<MeetingNames.Named> mine() {
        return meetings.of(access.meetingsAs(Role.ORGANISER)).values().stream()
                .sorted(java.util.Comparator.comparing(MeetingNames.Named::slug))
                .toList();
    }

    /** The meetings that the acting person organises and in which messages have failed. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Failing> failing() {
        var organised = access.meetingsAs(Role.ORGANISER);
        var counts = queries.failures(organised, concealed(organised));
        return meetings.of(counts.keySet()).values().stream()
                .map(named -> new Failing(named, counts.getOrDefault(named.key(), 0)))
                .sorted(java.util.Comparator.comparing(f -> f.meeting().slug()))
                .toList();
    }

    /** The messages of a meeting, newest first. */
    @PreAuthorize("@access.organiser(#meeting)")
    @Transactional(readOnly = true)
    public List<MailLine> find(UUID meeting, MailFilter filter, int offset, int limit) {
        return queries.find(scope(meeting), filter, offset, limit);
    }

    /** How many {@link #find} finds. */
    @PreAuthorize("@access.organiser(#meeting)")
    @Transactional(readOnly = true)
    public int count(UUID meeting, MailFilter filter) {
        return queries.count(scope(meeting), filter);
    }

    /** How many messages a meeting has in each state. */
    @PreAuthorize("@access.organiser(#meeting)")
    @Transactional(readOnly = true)
    public Map<OutboxMessage.State, Integer> counts(UUID meeting) {
        return queries.states(scope(meeting));
    }

    /** The kinds of messages that a meeting has. */
    @PreAuthorize("@access.organiser(#meeting)")
    @Transactional(readOnly = true)
    public List<String> kinds(UUID meeting) {
        return queries.kinds(scope(meeting));
    }

    /**
     * One message of a meeting, without its link.
     *
     * @throws Refusal if the meeting has no such message
     */
    @PreAuthorize("@access.organiser(#meeting)")
    @Transactional(readOnly = true)
    public MailText read(UUID meeting, UUID message) {
        return Optional.of(message)
                .filter(m -> queries.isIn(scope(meeting), m))
                .flatMap(queries::text)
                .map(MailText::withoutLink)
                .orElseThrow(() -> Refusal.of("mail.message.gone"));
    }

    /**
     * Has a message of a meeting that ended in vain tried again.
     *
     * @throws Refusal if it is not among the meeting's failures any more
     */
    @PreAuthorize("@access.organiser(#meeting)")
    @Transactional
    public void retry(UUID meeting, UUID message) {
        messages.findById(message)
                .filter(m -> queries.isIn(scope(meeting), m.key()))
                .filter(OutboxMessage::hasEndedInVain)
                .orElseThrow(() -> Refusal.of("mail.retry.gone"))
                .retry(clock);
        trail.record("tried again", "OutboxMessage", message, "");
    }

    /**
     * Has all messages of a meeting that failed tried again, up to 500 at a time.
     *
     * @return how many
     */
    @PreAuthorize("@access.organiser(#meeting)")
    @Transactional
    public int retryAll(UUID meeting) {
        var failed =
                messages.findAllById(queries
                        .find(scope(meeting), new MailFilter(Optional.of(OutboxMessage.State.FAILED), "", ""), 0, ROUND)
                        .stream()
                        .map(MailLine::key)
                        .toList());
        failed.forEach(m -> {
            m.retry(clock);
            trail.record("tried again", "OutboxMessage", m.key(), "");
        });
        return failed.size();
    }

    private MailQueries.Scope scope(UUID meeting) {
        return new MailQueries.Scope(Optional.of(meeting), concealed(Set.of(meeting)));
    }

    private Set<UUID> concealed(Collection<UUID> meetings) {
        return concealing.stream()
                .flatMap(c -> c.concealedFromMe(meetings).stream())
                .collect(Collectors.toSet());
    }
}

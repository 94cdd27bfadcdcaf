package org.caravanserai.partnering.followup;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.people.Access;
import org.caravanserai.people.Everyone;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.SignedLinks;
import org.caravanserai.text.Refusal;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What came of a person's own meetings: she says it and changes it, signed in or by the link in her mail. */
@Service
public class FollowUps {

    static final String PURPOSE = "follow-up";

    private static final int MOST = 100;

    private final StoredFollowUps followUps;
    private final SignedLinks links;
    private final Access access;
    private final Clock clock;

    FollowUps(StoredFollowUps followUps, SignedLinks links, Access access, Clock clock) {
        this.followUps = followUps;
        this.links = links;
        this.access = access;
        this.clock = clock;
    }

    /**
     * A meeting with others, and what she said came of it.
     *
     * @param came empty if she has not answered
     * @param note her line; empty if none
     * @param next when she is asked again; empty if not any more
     */
    public record Line(
            UUID key, String title, Instant heldAt, Set<CameOfIt> came, String note, Optional<Instant> next) {}

    /** The acting person's meetings with others, the latest first. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Line> mine() {
        return access
                .me()
                .map(me -> followUps.findByPersonOrderByHeldAtDescIdDesc(me.value(), Limit.of(MOST)))
                .orElse(List.of())
                .stream()
                .map(FollowUps::line)
                .toList();
    }

    /** Whether the acting person has met anybody. */
    @SignedIn
    @Transactional(readOnly = true)
    public boolean any() {
        return access.me().filter(me -> followUps.existsByPerson(me.value())).isPresent();
    }

    /** Of how many meetings the acting person was asked and has not said what came of them. */
    @SignedIn
    @Transactional(readOnly = true)
    public int waiting() {
        return access.me()
                .map(me -> (int) followUps.countByPersonAndAnsweredAtIsNullAndStageGreaterThan(me.value(), 0))
                .orElse(0);
    }

    /**
     * Says what came of one.
     *
     * @throws Refusal if nothing and something came of it
     */
    @PreAuthorize("@followUpAccess.mine(#followUp)")
    @Transactional
    public void say(UUID followUp, Set<CameOfIt> came) {
        found(followUp).say(came, clock);
    }

    /**
     * Adds a line to one.
     *
     * @throws Refusal if it is too long
     */
    @PreAuthorize("@followUpAccess.mine(#followUp)")
    @Transactional
    public void write(UUID followUp, String note) {
        found(followUp).write(note);
    }

    /** Is not asked about one any more. */
    @PreAuthorize("@followUpAccess.mine(#followUp)")
    @Transactional
    public void stop(UUID followUp) {
        found(followUp).stop();
    }

    /**
     * What a link in a mail leads to; looking changes nothing.
     *
     * @throws Refusal if we did not write it, or it is gone
     */
    @Everyone
    @Transactional(readOnly = true)
    public Line look(String link) {
        return line(linked(link));
    }

    /**
     * Says by a link, with one press, that something came of it, or that it did not after all.
     *
     * @throws Refusal if we did not write it, or it is gone
     */
    @Everyone
    @Transactional
    public void press(String link, CameOfIt came) {
        linked(link).press(came, clock);
    }

    /**
     * Adds a line by a link.
     *
     * @throws Refusal if it is too long, or the link is not ours
     */
    @Everyone
    @Transactional
    public void writeBy(String link, String note) {
        linked(link).write(note);
    }

    /**
     * Is not asked any more, by a link.
     *
     * @throws Refusal if we did not write it, or it is gone
     */
    @Everyone
    @Transactional
    public void stopBy(String link) {
        linked(link).stop();
    }

    private FollowUp linked(String link) {
        return found(links.read(PURPOSE, link).map(UUID::fromString).orElseThrow(() -> Refusal.of("followup.gone")));
    }

    private FollowUp found(UUID key) {
        return followUps.findById(key).orElseThrow(() -> Refusal.of("followup.gone"));
    }

    private static Line line(FollowUp f) {
        return new Line(f.key(), f.title(), f.heldAt(), f.came(), f.note(), f.nextAt());
    }
}

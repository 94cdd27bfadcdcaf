package org.caravanserai.gathering.poll;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.caravanserai.gathering.Askable;
import org.caravanserai.people.Access;
import org.caravanserai.people.SignedIn;
import org.caravanserai.text.Language;
import org.caravanserai.text.PersonName;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the acting person her polls: those she organises, and those she is asked in. */
@Service
public class PollReading {

    private static final int MOST_ASKED = 50;

    private final KeptPolls polls;
    private final PollGuests guests;
    private final PollPicture picture;
    private final PollAccess pollAccess;
    private final Askable askable;
    private final Access access;
    private final Clock clock;

    PollReading(
            KeptPolls polls,
            PollGuests guests,
            PollPicture picture,
            PollAccess pollAccess,
            Askable askable,
            Access access,
            Clock clock) {
        this.polls = polls;
        this.guests = guests;
        this.picture = picture;
        this.pollAccess = pollAccess;
        this.askable = askable;
        this.access = access;
        this.clock = clock;
    }

    /**
     * A poll that the acting person organises.
     *
     * @param language what its title is written in
     * @param zone whose clocks she wrote by
     * @param answerable whether it can be answered now
     * @param answered how many of the {@code guests} have answered
     */
    public record MyPoll(
            String code,
            String title,
            Language language,
            PollState state,
            Optional<Instant> deadline,
            ZoneId zone,
            boolean answerable,
            int candidates,
            int guests,
            int answered) {

        /** Whether there is nobody and no time left to wait for. */
        public boolean isRipe() {
            return state == PollState.OPEN && (!answerable || (guests > 0 && answered == guests));
        }
    }

    /**
     * An open poll that the acting person is asked in.
     *
     * @param answered whether she has answered
     */
    public record AskedPoll(
            String code,
            String title,
            Language language,
            PersonName organiser,
            Optional<Instant> deadline,
            ZoneId zone,
            boolean answerable,
            boolean answered) {}

    /** The polls that she organises, newest first. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<MyPoll> mine(int offset, int limit) {
        var now = clock.instant();
        return access.me()
                .map(me -> polls.of(me.value(), offset, limit).stream()
                        .map(counted -> mine(counted, now))
                        .toList())
                .orElse(List.of());
    }

    /** How many polls {@link #mine} has. */
    @SignedIn
    @Transactional(readOnly = true)
    public int countMine() {
        return access.me().map(me -> Math.toIntExact(polls.countOf(me.value()))).orElse(0);
    }

    /** The open polls that she is asked in, those first that she has not answered; none of whoever is kept apart from her. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<AskedPoll> asked() {
        var now = clock.instant();
        return access.me()
                .map(me -> {
                    var apart = askable.apartFrom(me);
                    return guests.asked(me.value(), pollAccess.myAddress(), Limit.of(MOST_ASKED)).stream()
                            .filter(asked -> !apart.has(asked.getPoll().organiser()))
                            .map(asked -> asked(asked, now))
                            .toList();
                })
                .orElse(List.of());
    }

    /** A poll that she organises; empty if there is none of this code. */
    @SignedIn
    @Transactional(readOnly = true)
    public Optional<PollBoard> organised(String code) {
        return access.me()
                .flatMap(me -> polls.findByCode(code).filter(p -> p.organiser().equals(me)))
                .map(picture::board);
    }

    private static MyPoll mine(KeptPolls.Counted counted, Instant now) {
        var poll = counted.getPoll();
        return new MyPoll(
                poll.code(),
                poll.title(),
                poll.language(),
                poll.state(),
                poll.deadline(),
                poll.zone(),
                poll.answerable(now),
                Math.toIntExact(counted.getCandidates()),
                Math.toIntExact(counted.getGuests()),
                Math.toIntExact(counted.getAnswered()));
    }

    private static AskedPoll asked(PollGuests.Asked asked, Instant now) {
        var poll = asked.getPoll();
        return new AskedPoll(
                poll.code(),
                poll.title(),
                poll.language(),
                asked.getOrganiser().name(),
                poll.deadline(),
                poll.zone(),
                poll.answerable(now),
                asked.getAnsweredAt() != null);
    }
}

package org.caravanserai.gathering.poll;

import java.time.Clock;
import org.caravanserai.platform.Internal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds those who have not answered a poll, once each, before its deadline. */
@Service
@Internal
public class PollReminding {

    private final KeptPolls polls;
    private final PollGuests guests;
    private final PollMail mail;
    private final Clock clock;

    PollReminding(KeptPolls polls, PollGuests guests, PollMail mail, Clock clock) {
        this.polls = polls;
        this.guests = guests;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * Reminds the guests of the polls for which it is time.
     *
     * @return how many people were written to
     */
    @Transactional
    public int remind() {
        var reminded = 0;
        for (var key : polls.toRemind(clock.instant())) {
            if (polls.claimReminders(key, clock.instant()) == 1) {
                reminded += remind(new PollId(key));
            }
        }
        return reminded;
    }

    private int remind(PollId poll) {
        var reminded = 0;
        for (var named : guests.named(poll.value())) {
            var guest = named.getGuest();
            if (mail.reaches(guest) && guests.claimReminder(guest.key(), clock.instant()) == 1) {
                mail.remind(polls.findById(poll.value()).orElseThrow(), guest);
                reminded++;
            }
        }
        return reminded;
    }
}

package org.caravanserai.gathering.poll;

import org.caravanserai.people.Access;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Answers who may do what with a poll, for {@code @PreAuthorize("@pollAccess.…")} on services. */
@Component("pollAccess")
class PollAccess {

    private final Access access;
    private final Accounts accounts;
    private final KeptPolls polls;
    private final PollGuests guests;

    PollAccess(Access access, Accounts accounts, KeptPolls polls, PollGuests guests) {
        this.access = access;
        this.accounts = accounts;
        this.polls = polls;
        this.guests = guests;
    }

    /** Whether the acting person asks in this poll. Nobody else may look into it or change it. */
    public boolean organises(PollId poll) {
        return access.me()
                .filter(me ->
                        polls.organiser(poll.value()).filter(me.value()::equals).isPresent())
                .isPresent();
    }

    /** Whether the acting person is asked in this poll. */
    public boolean isAsked(PollId poll) {
        return access.me()
                .filter(me -> !guests.who(poll.value(), me.value(), myAddress(), Limit.of(1))
                        .isEmpty())
                .isPresent();
    }

    /** The address of the acting person's account; empty if there is none. */
    String myAddress() {
        return access.me()
                .flatMap(me -> accounts.findByPerson(me.value()))
                .filter(Account::isUsable)
                .map(account -> account.email().value())
                .orElse("");
    }
}

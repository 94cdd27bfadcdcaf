package org.caravanserai.partnering.introduction;

import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** Somebody tells those who run a meeting of a card or a person, with what was to be read at that time. */
@Entity
class PartnerReport extends Aggregate {

    private static final int LONGEST = 2_000;

    private UUID meeting;

    private UUID reporter;

    private UUID reported;

    private @Nullable UUID card;

    private String quoted;

    private String words;

    private String note = "";

    private Instant toldAt;

    private @Nullable Instant settledAt;

    @SuppressWarnings("NullAway.Init")
    protected PartnerReport() {}

    /** A report; {@code card} is null if it is about a person. */
    PartnerReport(
            MeetingId meeting,
            PersonId reporter,
            PersonId reported,
            @Nullable UUID card,
            String quoted,
            String words,
            Clock clock) {
        this.meeting = meeting.value();
        this.reporter = reporter.value();
        this.reported = reported.value();
        this.card = card;
        this.quoted = quoted;
        this.words = checked("words", words);
        if (this.words.isEmpty()) {
            throw Refusal.at("words", "partner.report.words.missing");
        }
        this.toldAt = clock.instant();
    }

    MeetingId meeting() {
        return new MeetingId(meeting);
    }

    PersonId reported() {
        return new PersonId(reported);
    }

    Optional<UUID> card() {
        return Optional.ofNullable(card);
    }

    /**
     * It is dealt with.
     *
     * @param how what was done about it; may be empty
     */
    void settle(String how, Clock clock) {
        note = checked("note", how);
        settledAt = clock.instant();
    }

    /** It is not dealt with after all. */
    void reopen() {
        settledAt = null;
    }

    private static String checked(String field, String typed) {
        var clean = Clean.lines(typed);
        if (clean.length() > LONGEST) {
            throw Refusal.at(field, "partner.long", LONGEST);
        }
        return clean;
    }
}

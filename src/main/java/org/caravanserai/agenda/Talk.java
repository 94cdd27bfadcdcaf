package org.caravanserai.agenda;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** One presentation inside a session, with its own minutes. */
@Entity
public class Talk extends Aggregate {

    /** The longest talk, in minutes. */
    public static final int LONGEST = 24 * 60;

    private UUID session;

    private @Nullable UUID proposal;

    @Column(name = "talk_position")
    private int position;

    private LocalizedText title;

    private LocalizedText abstractText;

    private int minutes;

    private String talkLanguage;

    @SuppressWarnings("NullAway.Init")
    protected Talk() {}

    /** A talk; {@code proposal} is null for one that an organiser or an import adds. */
    public Talk(
            SessionId session,
            @Nullable ProposalId proposal,
            int position,
            LocalizedText title,
            LocalizedText abstractText,
            int minutes,
            String talkLanguage) {
        this.session = session.value();
        this.proposal = proposal == null ? null : proposal.value();
        this.position = position;
        this.title = title;
        this.abstractText = abstractText;
        this.minutes = minutes;
        this.talkLanguage = talkLanguage;
    }

    public SessionId session() {
        return new SessionId(session);
    }

    public Optional<ProposalId> proposal() {
        return Optional.ofNullable(proposal).map(ProposalId::new);
    }

    public int position() {
        return position;
    }

    public LocalizedText title() {
        return title;
    }

    public LocalizedText abstractText() {
        return abstractText;
    }

    public int minutes() {
        return minutes;
    }

    public String talkLanguage() {
        return talkLanguage;
    }

    /** Changes place and length. */
    public void arrange(SessionId session, int position, int minutes) {
        this.session = session.value();
        this.position = position;
        this.minutes = minutes;
    }
}

package org.caravanserai.proposal;

import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.Secret;
import org.caravanserai.text.Refusal;
import org.caravanserai.text.Sha256;

/**
 * Lets a limited number of proposals be handed in after the call has closed. Only a hash of its secret is kept; whoever
 * has the address with the secret may use it.
 */
@Entity
public class LateLink extends Aggregate {

    /** The most proposals that one link may admit. */
    public static final int MOST_USES = 200;

    private UUID call;

    @Secret
    private String secretHash;

    private String note;

    private int usesAllowed;

    private int usesLeft;

    private Instant endsAt;

    private Instant createdAt;

    private boolean withdrawn;

    @SuppressWarnings("NullAway.Init")
    protected LateLink() {}

    /**
     * A link.
     *
     * @param secret what stands in its address
     * @param note for whom it is, for organisers alone
     * @throws Refusal if the number of uses is not 1 to {@link #MOST_USES}, it has ended already or the note is too long
     */
    public LateLink(Call call, String secret, String note, int uses, Instant endsAt, Clock clock) {
        this.createdAt = clock.instant();
        if (uses < 1 || uses > MOST_USES) {
            throw Refusal.at("uses", "call.late.uses", MOST_USES);
        }
        if (!endsAt.isAfter(createdAt)) {
            throw Refusal.at("ends", "call.late.past");
        }
        if (note.length() > 200) {
            throw Refusal.at("note", "call.late.note.long", 200);
        }
        this.call = call.key();
        this.secretHash = hash(secret);
        this.note = note;
        this.usesAllowed = uses;
        this.usesLeft = uses;
        this.endsAt = endsAt;
    }

    public UUID call() {
        return call;
    }

    /** For whom it is. */
    public String note() {
        return note;
    }

    public int usesAllowed() {
        return usesAllowed;
    }

    /** How many proposals it still admits. */
    public int usesLeft() {
        return usesLeft;
    }

    /** From when on neither it nor what it admitted can be used. */
    public Instant endsAt() {
        return endsAt;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public boolean isWithdrawn() {
        return withdrawn;
    }

    /** Whether a proposal that arrives at this instant could be admitted by it. */
    public boolean isUsableAt(Instant arrival) {
        return !withdrawn && usesLeft > 0 && arrival.isBefore(endsAt);
    }

    /** Admits nobody further; what it has admitted stays so. */
    public void withdraw() {
        withdrawn = true;
    }

    /** Makes it usable again. */
    public void restore() {
        withdrawn = false;
    }

    /** What is kept of a secret. */
    static String hash(String secret) {
        return Sha256.hex(secret);
    }
}

package org.caravanserai.mail;

import java.util.List;

/**
 * A kind of message that people are told of in the application and by mail, and about which each may choose.
 *
 * @param name as in {@link Outbox.Message#kind()}
 * @param label the message key of what it is called
 * @param area what it belongs to where people choose
 * @param urgency whether it may wait
 */
public record NoticeKind(String name, String label, Area area, Urgency urgency) {

    /** What kinds belong to, in the order in which people are offered them. */
    public enum Area {
        /** Proposals of one's own. */
        PROPOSALS,
        /** Reviewing the proposals of others. */
        REVIEWING,
        /** The agenda and the days of a meeting. */
        PROGRAMME,
        /** Meeting people: appointments, polls, partners. */
        PEOPLE,
        /** What organisers write. */
        ORGANISERS,
        /** One's account. */
        ACCOUNT,
        /** Everything else. */
        OTHER
    }

    /** Whether a message may wait. */
    public enum Urgency {
        /** May wait for the end of quiet hours and for a digest. */
        ORDINARY,
        /** Comes at once or not at all, in quiet hours too and in no digest, such as a decision with a deadline or what is cancelled today. */
        URGENT,
        /** Always comes, by mail and at once, such as a link to sign in: nobody can choose otherwise. */
        ESSENTIAL
    }

    /** A kind that may wait. */
    public static NoticeKind ordinary(String name, String label, Area area) {
        return new NoticeKind(name, label, area, Urgency.ORDINARY);
    }

    /** A kind that comes at once. */
    public static NoticeKind urgent(String name, String label, Area area) {
        return new NoticeKind(name, label, area, Urgency.URGENT);
    }

    /** A kind about which nobody can choose. */
    public static NoticeKind essential(String name, String label, Area area) {
        return new NoticeKind(name, label, area, Urgency.ESSENTIAL);
    }

    /** Whether people may choose how they are told. */
    public boolean isChoosable() {
        return urgency != Urgency.ESSENTIAL;
    }

    /** How it may come by mail: what comes at once is in no digest, which would be too late. */
    public List<NoticeChoice.ByMail> ways() {
        return switch (urgency) {
            case ORDINARY -> List.of(NoticeChoice.ByMail.values());
            case URGENT -> List.of(NoticeChoice.ByMail.AT_ONCE, NoticeChoice.ByMail.NEVER);
            case ESSENTIAL -> List.of(NoticeChoice.ByMail.AT_ONCE);
        };
    }
}

package org.caravanserai.mail;

/**
 * How a person wishes to be told of one kind of message.
 *
 * @param inApplication whether it is told in the application
 * @param mail whether and when it is told by mail
 */
public record NoticeChoice(boolean inApplication, ByMail mail) {

    /** Whether and when something is told by mail. */
    public enum ByMail {
        /** When it happens, outside quiet hours. */
        AT_ONCE,
        /** Once a day, with all else of the day. */
        DIGEST,
        /** Not by mail. */
        NEVER
    }

    /** What holds for whoever has not chosen. */
    public static final NoticeChoice USUAL = new NoticeChoice(true, ByMail.AT_ONCE);

    /** The same, with mail as given. */
    NoticeChoice by(ByMail changed) {
        return new NoticeChoice(inApplication, changed);
    }
}

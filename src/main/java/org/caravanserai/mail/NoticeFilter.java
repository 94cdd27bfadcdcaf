package org.caravanserai.mail;

/**
 * Which notices a list shows.
 *
 * @param unreadOnly whether those that were read are left out
 * @param kind the name of the only kind shown; empty for all
 * @param words what the subject contains; empty for anything
 */
public record NoticeFilter(boolean unreadOnly, String kind, String words) {

    /** All notices. */
    public static final NoticeFilter ALL = new NoticeFilter(false, "", "");

    /** Those that were not read. */
    public static final NoticeFilter UNREAD = new NoticeFilter(true, "", "");
}

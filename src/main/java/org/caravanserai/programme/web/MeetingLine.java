package org.caravanserai.programme.web;

import org.jspecify.annotations.Nullable;

/**
 * A meeting in the list of meetings.
 *
 * @param callCloses when its call closes; null if it takes no proposals now
 */
public record MeetingLine(
        Said name, String dates, PageTimes.@Nullable Moment callCloses, boolean published, Links links) {}

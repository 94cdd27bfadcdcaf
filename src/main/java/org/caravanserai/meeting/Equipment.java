package org.caravanserai.meeting;

/** What a room offers or a session needs. */
public enum Equipment {
    PROJECTOR,
    MICROPHONES,
    VIDEO_LINK,
    WHITEBOARDS,
    POSTER_BOARDS
}

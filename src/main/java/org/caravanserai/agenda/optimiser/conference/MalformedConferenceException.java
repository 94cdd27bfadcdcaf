package org.caravanserai.agenda.optimiser.conference;

/** The workbook is not a conference, or asks for what cannot be. The message says where and what, for people. */
public final class MalformedConferenceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedConferenceException(String message) {
        super(message);
    }
}

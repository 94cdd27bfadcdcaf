package org.caravanserai.agenda;

/** Why a session was moved. */
public enum MoveKind {
    /** An organiser moved it. */
    MOVE,
    /** She took a move of hers back. */
    UNDO,
    /** She made a move of hers again that she had taken back. */
    REDO,
    /** She put it where the log says it was. */
    RESTORE,
    /** It moved without an organiser, as after a withdrawal. */
    SYSTEM
}

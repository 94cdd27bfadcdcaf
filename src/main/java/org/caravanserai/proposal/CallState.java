package org.caravanserai.proposal;

/** Whether a call takes proposals, by the server's clock. */
public enum CallState {
    NOT_YET,
    OPEN,
    CLOSED
}

package org.caravanserai.agenda;

import java.util.Set;
import java.util.UUID;

/**
 * The message of the live channel {@link AgendaBoards#channel}: sessions of an agenda were moved.
 *
 * @param sessions which ones; empty when more than placements has changed and the whole board is to be read again
 */
public record AgendaMoved(Set<UUID> sessions) {}

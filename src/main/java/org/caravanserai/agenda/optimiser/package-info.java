/**
 * How agendas are made and mended, as mathematics. Knows neither tables nor people's names; the caller keeps those.
 *
 * <p>{@link org.caravanserai.agenda.optimiser.conference} solves the public benchmark of conferences.
 */
@NullMarked
package org.caravanserai.agenda.optimiser;

import org.jspecify.annotations.NullMarked;

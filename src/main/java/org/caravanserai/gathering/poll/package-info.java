/**
 * Polls about times: somebody proposes candidates, invited people say which suit them, by a personal link or signed in, and
 * one candidate becomes an appointment. Owns the polls, who is invited, their links and their answers; it never shows
 * anybody's address to anybody.
 */
@NullMarked
@NamedInterface("poll")
package org.caravanserai.gathering.poll;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

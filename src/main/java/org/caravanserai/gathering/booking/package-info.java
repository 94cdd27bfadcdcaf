/**
 * The hours in which a person may be booked: by whom, when and how often, and who has taken which slot. Two people never get
 * one slot.
 */
@NullMarked
@NamedInterface("booking")
package org.caravanserai.gathering.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

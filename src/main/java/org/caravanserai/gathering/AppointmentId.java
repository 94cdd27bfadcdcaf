package org.caravanserai.gathering;

import java.util.UUID;

/** Identifies an {@link Appointment}. */
public record AppointmentId(UUID value) {}

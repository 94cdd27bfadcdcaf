package org.caravanserai.platform.outside;

import java.time.Duration;

/**
 * How much an address may take.
 *
 * @param time how long all of it may last, from the name to the last byte
 * @param bytes how many bytes of the answer's body are read
 */
public record OutsideLimits(Duration time, int bytes) {}

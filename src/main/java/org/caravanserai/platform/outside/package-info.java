/**
 * The way out to addresses that people gave, such as a calendar to read or a program to tell: it reaches the public network
 * and nothing of the network that the application itself stands in, whatever name or redirect an address hides behind.
 */
@NullMarked
@org.springframework.modulith.NamedInterface("outside")
package org.caravanserai.platform.outside;

import org.jspecify.annotations.NullMarked;

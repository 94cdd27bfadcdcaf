/**
 * The tables and slots of a partnering event. Organisers set it up, people enlist alone or as a delegation and say whom they
 * wish to meet, and {@link org.caravanserai.partnering.tables.TablesPlanning} finds who meets whom, when and at which table.
 * Nothing is given out before an organiser adopts it; what is given out counts among people's
 * {@linkplain org.caravanserai.people.Engagements engagements}.
 */
@NullMarked
@NamedInterface("tables")
package org.caravanserai.partnering.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** The papers of a partnering event: where they are made, waited for and fetched. */
@NullMarked
package org.caravanserai.partnering.tables.web;

import org.jspecify.annotations.NullMarked;

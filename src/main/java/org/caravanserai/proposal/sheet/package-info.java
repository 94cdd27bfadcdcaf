/**
 * Sheets of proposals from other tools, as plain Java without a database: files become rows, columns get a meaning, and rows
 * become planned proposals or problems, each with its row and column.
 */
@NullMarked
package org.caravanserai.proposal.sheet;

import org.jspecify.annotations.NullMarked;

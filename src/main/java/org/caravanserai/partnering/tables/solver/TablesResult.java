package org.caravanserai.partnering.tables.solver;

import java.util.List;

/**
 * The best plan that was found.
 *
 * @param meetings in order of time and table
 * @param score what it is worth
 * @param bound how good it could be at best
 */
public record TablesResult(List<TablesProblem.Meeting> meetings, TablesScore score, TablesBound bound) {}

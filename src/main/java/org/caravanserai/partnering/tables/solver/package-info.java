/**
 * Which pairs of a partnering event meet, when and at which table: a pure search without database or people, told of numbers
 * alone. {@link TablesOptimiser} fills an event, {@link TablesRepair} mends one after a late change, and {@link PlanCheck} tells
 * independently of both whether a plan keeps every rule and what it is worth.
 */
@NullMarked
package org.caravanserai.partnering.tables.solver;

import org.jspecify.annotations.NullMarked;

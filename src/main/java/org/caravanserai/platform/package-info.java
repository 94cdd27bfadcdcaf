/**
 * What every module stands on: identifiers, the clock, who is acting, the audit trail, live updates, jobs, stored files
 * and rate limits. It promises that every change of an {@link org.caravanserai.platform.Aggregate} by whoever acts is in
 * the audit trail, written in the same transaction.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"text"})
package org.caravanserai.platform;

import org.jspecify.annotations.NullMarked;

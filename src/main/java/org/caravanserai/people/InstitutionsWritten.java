package org.caravanserai.people;

/** Many institutions at once have been added or changed. */
public record InstitutionsWritten() {}

package org.caravanserai.programme;

import java.util.UUID;

/** What readers may have of a meeting's handouts may be other than before. */
record HandoutsChanged(UUID meeting) {}

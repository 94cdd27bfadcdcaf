package org.caravanserai.mail;

import java.time.Clock;
import java.time.Duration;
import org.caravanserai.platform.Internal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deletes notices that nobody needs any more, and forgets what was told so long ago that nothing repeats it. */
@Service
@Internal
public class NoticeSweep {

    private static final Duration READ = Duration.ofDays(90);
    private static final Duration ANY = Duration.ofDays(365);
    private static final Duration TOLD = Duration.ofDays(500);

    private final NoticeQueries notices;
    private final ToldThings told;
    private final Clock clock;

    NoticeSweep(NoticeQueries notices, ToldThings told, Clock clock) {
        this.notices = notices;
        this.told = told;
        this.clock = clock;
    }

    /**
     * Sweeps once.
     *
     * @return how many notices were deleted
     */
    @Transactional
    public int sweep() {
        var now = clock.instant();
        told.sweep(now.minus(TOLD));
        return notices.sweep(now.minus(READ), now.minus(ANY));
    }
}

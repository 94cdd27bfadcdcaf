package org.caravanserai.people.ui;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.caravanserai.people.OwnProfile;
import org.caravanserai.shell.KeptForm;

/** The profile that the forms of one open view change, and the version that they have in common. */
final class KeptProfile {

    private final OwnProfile service;
    private final Clock clock;
    private OwnProfile.Profile shown;
    private long version;

    KeptProfile(OwnProfile service, Clock clock) {
        this.service = service;
        this.clock = clock;
        this.shown = service.read();
        this.version = shown.version();
    }

    OwnProfile.Profile shown() {
        return shown;
    }

    OwnProfile service() {
        return service;
    }

    /**
     * A form whose fields are kept as they change.
     *
     * @param save keeps them, based on a version, and answers with the next
     * @param inWords what stands there now, for whoever was slower
     * @param take shows what stands there now
     */
    KeptForm form(
            String heading,
            ToLongFunction<Long> save,
            Function<OwnProfile.Profile, String> inWords,
            Consumer<OwnProfile.Profile> take) {
        return new KeptForm(heading, clock)
                .keeping(() -> version = save.applyAsLong(version))
                .whenStale(
                        () -> inWords.apply(service.read()),
                        () -> version = service.read().version(),
                        () -> {
                            shown = service.read();
                            version = shown.version();
                            take.accept(shown);
                        });
    }
}

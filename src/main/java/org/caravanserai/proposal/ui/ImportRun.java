package org.caravanserai.proposal.ui;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.proposal.ProposalImport;
import org.caravanserai.proposal.ProposalImport.Choices;
import org.caravanserai.proposal.ProposalImport.Progress;
import org.caravanserai.proposal.ProposalImport.Receipt;
import org.caravanserai.text.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** One import, run beside the view, so that its progress is seen and it can be cancelled. */
final class ImportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

    private final ProposalImport imports;
    private final MeetingId meeting;
    private final Choices choices;
    private final AtomicBoolean cancelled = new AtomicBoolean();

    ImportRun(ProposalImport imports, MeetingId meeting, Choices choices) {
        this.imports = imports;
        this.meeting = meeting;
        this.choices = choices;
    }

    /** Hears of progress. */
    interface Steps {
        void at(int done, int of);
    }

    /** Begins; as whoever asks for it. One of {@code done} and {@code refused} is told at the end, on another thread. */
    void start(Steps steps, Consumer<Receipt> done, Consumer<Refusal> refused) {
        var progress = new Progress() {
            @Override
            public void at(int count, int of) {
                steps.at(count, of);
            }

            @Override
            public boolean isCancelled() {
                return cancelled.get();
            }
        };
        Thread.ofVirtual().name("import-" + meeting.value()).start(new DelegatingSecurityContextRunnable(() -> {
            try {
                done.accept(imports.take(meeting, choices, progress));
            } catch (Refusal refusal) {
                refused.accept(refusal);
            } catch (RuntimeException e) {
                LOG.error("An import into meeting {} failed", meeting.value(), e);
                refused.accept(Refusal.of("sheet.failed"));
            }
        }));
    }

    /** Asks it to stop; nothing is kept then. */
    void cancel() {
        cancelled.set(true);
    }
}

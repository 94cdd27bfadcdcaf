package org.caravanserai.exchange.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.caravanserai.exchange.archive.MeetingArchive;
import org.caravanserai.exchange.archive.MeetingArchive.Written;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.people.Access;
import org.caravanserai.shell.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** Makes the archive of a meeting beside the view, shows how far it is, and keeps the file until the view is left. */
final class ArchiveMaking extends Div {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveMaking.class);

    private final Words words = Words.here();
    private final transient MeetingArchive archive;
    private final transient Access access;
    private final transient MeetingView meeting;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private transient Optional<Path> made = Optional.empty();

    ArchiveMaking(MeetingArchive archive, Access access, MeetingView meeting) {
        this.archive = archive;
        this.access = access;
        this.meeting = meeting;
        addClassName("export-archive");
        addDetachListener(e -> {
            cancelled.set(true);
            forget();
        });
        offer(Optional.empty());
    }

    private void offer(Optional<String> said) {
        removeAll();
        said.ifPresent(words -> add(status(words)));
        var make = new Button(words.get("exchange.export.archive.make"), e -> make());
        make.setId("archive-make");
        add(make);
    }

    private void make() {
        var ui = UI.getCurrentOrThrow();
        forget();
        cancelled.set(false);
        var bar = new ProgressBar();
        bar.getElement().setAttribute("aria-label", words.get("exchange.export.archive"));
        var said = status(words.get("exchange.export.archive.running"));
        var cancel = new Button(words.get("exchange.export.archive.cancel"), e -> cancelled.set(true));
        cancel.setId("archive-cancel");
        removeAll();
        add(said, bar, cancel);
        Thread.ofVirtual()
                .name("archive-" + meeting.id().value())
                .start(new DelegatingSecurityContextRunnable(() -> write(ui, bar)));
    }

    private void write(UI ui, ProgressBar bar) {
        try {
            var file = Files.createTempFile("meeting", ".zip");
            try (var out = Files.newOutputStream(file)) {
                var written = archive.write(meeting.id(), out, words.language(), progress(ui, bar));
                ui.access(() -> ready(file, written));
            } catch (MeetingArchive.ArchiveCancelled e) {
                Files.delete(file);
                ui.access(() -> offer(Optional.of(words.get("exchange.export.archive.cancelled"))));
            } catch (RuntimeException e) {
                Files.delete(file);
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            LOG.error(
                    "The archive of meeting {} could not be made", meeting.id().value(), e);
            ui.access(() -> offer(Optional.of(words.get("exchange.export.archive.failed"))));
        }
    }

    private MeetingArchive.Progress progress(UI ui, ProgressBar bar) {
        return new MeetingArchive.Progress() {
            @Override
            public void at(int done, int of) {
                ui.access(() -> bar.setValue((double) done / of));
            }

            @Override
            public boolean isCancelled() {
                return cancelled.get();
            }
        };
    }

    private void ready(Path file, Written written) {
        made = Optional.of(file);
        if (!isAttached()) {
            forget();
            return;
        }
        removeAll();
        add(status(words.get("exchange.export.archive.ready", written.rows(), written.files())));
        if (written.concealed() > 0) {
            add(new Paragraph(words.get("exchange.export.archive.concealed", written.concealed())));
        }
        var link = new Anchor(
                DownloadHandler.fromInputStream(e -> {
                    // The role may have gone since it was made.
                    if (!access.organiser(meeting.id().value()) || !Files.exists(file)) {
                        return DownloadResponse.error(404);
                    }
                    return new DownloadResponse(
                            Files.newInputStream(file), meeting.slug() + ".zip", "application/zip", Files.size(file));
                }),
                words.get("exchange.export.archive.download", megabytes(file)));
        link.setId("archive-download");
        add(link);
        var again = new Button(words.get("exchange.export.archive.again"), e -> make());
        add(again);
    }

    private void forget() {
        made.ifPresent(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        made = Optional.empty();
    }

    private static String megabytes(Path file) {
        try {
            return String.format(java.util.Locale.ROOT, "%.1f", Files.size(file) / 1024.0 / 1024.0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Paragraph status(String text) {
        var said = new Paragraph(text);
        said.getElement().setAttribute("role", "status");
        return said;
    }
}

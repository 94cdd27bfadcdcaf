package org.caravanserai.people.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.upload.Upload;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.caravanserai.people.InstitutionImport;
import org.caravanserai.people.InstitutionImport.State;
import org.caravanserai.people.InstitutionState;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.LimitedFileUpload;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** Takes a dump of the registry and shows how far its import is, whoever began it. */
class ImportPanel extends Details {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final transient InstitutionImport imports;
    private final transient LiveUpdates updates;
    private final transient Clock clock;
    private final transient Runnable done;
    private final Problems problems = new Problems();
    private final Upload upload;
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph line = new Paragraph();
    private final Button cancel;
    private transient LiveUpdates.@Nullable Subscription subscription;

    ImportPanel(Words words, InstitutionImport imports, LiveUpdates updates, Clock clock, Runnable done) {
        this.words = words;
        this.imports = imports;
        this.updates = updates;
        this.clock = clock;
        this.done = done;
        setId("import");
        setSummaryText(words.get("institution.import.title"));
        upload = Fields.upload(
                new LimitedFileUpload(InstitutionImport.LARGEST, (metadata, file) -> start(file.toPath())));
        upload.setId("dump");
        upload.setMaxFiles(1);
        upload.setAcceptedFileTypes(".json", ".gz", ".zip");
        bar.setId("import-progress");
        bar.getElement().setAttribute("aria-label", words.get("institution.import.title"));
        line.setId("import-line");
        line.getElement().setAttribute("role", "status");
        cancel = new Button(words.get("shell.cancel"), e -> imports.cancel());
        cancel.setId("import-cancel");
        var body = new Div(
                new Paragraph(words.get("institution.import.help", InstitutionImport.LARGEST / 1024 / 1024)),
                problems,
                upload,
                bar,
                line,
                cancel);
        body.addClassName("institution-import");
        add(body);
        show(imports.state());
    }

    private void start(Path file) {
        upload.clearFileList();
        problems.clear();
        try {
            imports.start(file);
            show(imports.state());
        } catch (Refusal refusal) {
            problems.show(refusal, Map.of());
        }
    }

    private void show(State state) {
        var running = state instanceof State.Running;
        bar.setVisible(running);
        cancel.setVisible(running);
        upload.setVisible(!running);
        if (running) {
            setOpened(true);
        }
        switch (state) {
            case State.Idle idle -> line.setText("");
            case State.Running now -> {
                bar.setValue(Math.clamp(now.part(), 0, 1));
                var left = now.left(clock.instant());
                line.setText(
                        left.isEmpty()
                                ? words.get("institution.import.progress", now.institutions())
                                : words.get(
                                        "institution.import.progress.left",
                                        now.institutions(),
                                        Math.max(1, left.get().toSeconds())));
            }
            case State.Done end -> {
                var result = end.result();
                line.setText(words.get(
                                "institution.import.done",
                                result.read(),
                                result.added(),
                                result.changed(),
                                result.same(),
                                result.kept())
                        + " "
                        + words.get(
                                "institution.import.states",
                                result.states().getOrDefault(InstitutionState.INACTIVE, 0),
                                result.states().getOrDefault(InstitutionState.WITHDRAWN, 0)));
            }
            case State.Refused end -> {
                line.setText(words.get("institution.import.nothing"));
                problems.show(end.reason(), Map.of());
            }
            case State.Cancelled end -> line.setText(words.get("institution.import.cancelled"));
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var ui = event.getUI();
        subscription = updates.listen(InstitutionImport.CHANNEL, message -> {
            if (message instanceof State state) {
                ui.access(() -> {
                    show(state);
                    if (state instanceof State.Done) {
                        done.run();
                    }
                });
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
        super.onDetach(event);
    }
}

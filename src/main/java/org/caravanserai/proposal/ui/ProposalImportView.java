package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Objects;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.proposal.ImportUndoing;
import org.caravanserai.proposal.ProposalImport;
import org.caravanserai.proposal.ProposalImport.Choices;
import org.caravanserai.proposal.ProposalImport.Receipt;
import org.caravanserai.proposal.SheetUpload;
import org.caravanserai.proposal.sheet.Encoding;
import org.caravanserai.proposal.sheet.Mapping;
import org.caravanserai.proposal.sheet.SheetChoice;
import org.caravanserai.proposal.sheet.SheetReader;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.LimitedUpload;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Moments;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Takes proposals of other tools in: choose a file, say how it is read and what its columns mean, see what would happen, then
 * take in all of it or nothing. What is chosen is kept, also over a change of language.
 */
@Route(value = "meetings/:slug/import", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/proposal.css")
@StyleSheet("context://styles/sheet.css")
class ProposalImportView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final Map<Character, String> DELIMITERS =
            Map.of(',', "comma", ';', "semicolon", '\t', "tab", '|', "bar");

    private final Words words = Words.here();
    private final transient MeetingDirectory directory;
    private final transient SheetUpload sheets;
    private final transient ProposalImport imports;
    private final transient ImportUndoing undoing;
    private final Problems problems = new Problems();
    private final Upload upload;
    private final Div steps = new Div();
    private final Div result = new Div();
    private final Section past = new Section();
    private transient @Nullable MeetingView shown;

    ProposalImportView(MeetingDirectory directory, SheetUpload sheets, ProposalImport imports, ImportUndoing undoing) {
        this.directory = directory;
        this.sheets = sheets;
        this.imports = imports;
        this.undoing = undoing;
        addClassNames("view", "sheet");
        result.getElement().setAttribute("aria-live", "polite");
        upload = Fields.upload(
                new LimitedUpload(SheetReader.LARGEST, (metadata, bytes) -> put(metadata.fileName(), bytes)));
        upload.setId("sheet-file");
        upload.setMaxFiles(1);
        upload.setAcceptedFileTypes(".csv", ".tsv", ".txt", ".xlsx");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        shown = directory
                .bySlug(event.getRouteParameters().get("slug").orElse(""))
                .orElseThrow(NotFoundException::new);
        var history = undoing.past(meeting());
        removeAll();
        add(
                new PageHeader(words.get("sheet.title")).with(words.text(shown.name())),
                new Paragraph(words.get("sheet.help", SheetReader.LARGEST / 1024 / 1024, SheetReader.MOST_ROWS)),
                problems,
                upload,
                steps,
                result,
                past);
        show();
        showPast(history);
    }

    @Override
    public String getPageTitle() {
        return words.get("sheet.title") + " · Caravanserai";
    }

    private MeetingId meeting() {
        return Objects.requireNonNull(shown, "beforeEnter comes first").id();
    }

    private void put(String name, byte[] bytes) {
        upload.clearFileList();
        act(() -> {
            sheets.put(meeting(), name, bytes);
            show();
        });
    }

    private void show() {
        steps.removeAll();
        result.removeAll();
        sheets.get(meeting()).ifPresent(waiting -> {
            var check = new Button(words.get("sheet.check"), e -> check(waiting));
            check.setId("sheet-check");
            check.addThemeVariants(ButtonVariant.PRIMARY);
            steps.add(reading(waiting), new SheetColumns(waiting, words, this::map), check);
        });
    }

    private void map(Mapping mapping) {
        act(() -> {
            sheets.map(meeting(), mapping);
            show();
        });
    }

    private Component reading(SheetUpload.Waiting waiting) {
        var discard = new Button(words.get("sheet.discard"), e -> {
            sheets.discard(meeting());
            show();
            Notices.done(words.get("sheet.discarded"));
        });
        discard.setId("sheet-discard");
        discard.addThemeVariants(ButtonVariant.TERTIARY);
        var file = new Div(
                new Span(words.get(
                        "sheet.file",
                        waiting.fileName(),
                        waiting.table().rows().size(),
                        waiting.table().head().size())),
                discard);
        file.addClassName("sheet-file");
        var choices = new Div();
        choices.addClassName("sheet-selects");
        switch (waiting.table().choice()) {
            case SheetChoice.Text text -> choices.add(encoding(text), delimiter(text), quote(text));
            case SheetChoice.Workbook workbook -> choices.add(sheet(waiting, workbook));
        }
        var section = new Section(new H2(words.get("sheet.section.reading")), file, choices);
        section.setId("sheet-reading");
        return section;
    }

    private Select<Encoding> encoding(SheetChoice.Text text) {
        var select = new Select<Encoding>();
        select.setId("sheet-encoding");
        select.setLabel(words.get("sheet.encoding"));
        select.setItems(Encoding.values());
        select.setItemLabelGenerator(Encoding::label);
        select.setValue(text.encoding());
        select.addValueChangeListener(e -> choose(new SheetChoice.Text(e.getValue(), text.delimiter(), text.quote())));
        return select;
    }

    private Select<Character> delimiter(SheetChoice.Text text) {
        var select = new Select<Character>();
        select.setId("sheet-delimiter");
        select.setLabel(words.get("sheet.delimiter"));
        select.setItems(',', ';', '\t', '|');
        select.setItemLabelGenerator(c -> words.get("sheet.delimiter." + DELIMITERS.get(c)));
        select.setValue(text.delimiter());
        select.addValueChangeListener(e -> choose(new SheetChoice.Text(text.encoding(), e.getValue(), text.quote())));
        return select;
    }

    private Select<Character> quote(SheetChoice.Text text) {
        var select = new Select<Character>();
        select.setId("sheet-quote");
        select.setLabel(words.get("sheet.quote"));
        select.setItems('"', '\'');
        select.setItemLabelGenerator(String::valueOf);
        select.setValue(text.quote());
        select.addValueChangeListener(
                e -> choose(new SheetChoice.Text(text.encoding(), text.delimiter(), e.getValue())));
        return select;
    }

    private Select<Integer> sheet(SheetUpload.Waiting waiting, SheetChoice.Workbook workbook) {
        var names = waiting.table().sheets();
        var select = new Select<Integer>();
        select.setId("sheet-sheet");
        select.setLabel(words.get("sheet.sheet"));
        select.setItems(
                java.util.stream.IntStream.range(0, names.size()).boxed().toList());
        select.setItemLabelGenerator(names::get);
        select.setValue(workbook.sheet());
        select.addValueChangeListener(e -> choose(new SheetChoice.Workbook(e.getValue())));
        return select;
    }

    private void choose(SheetChoice choice) {
        act(() -> sheets.choose(meeting(), choice));
        show();
    }

    private void check(SheetUpload.Waiting waiting) {
        result.removeAll();
        act(() -> {
            var found = new SheetResult(waiting, imports.check(meeting()), words, this::take);
            result.add(found);
            found.scrollIntoView();
        });
    }

    private void take(Choices choices) {
        var ui = UI.getCurrentOrThrow();
        var bar = new ProgressBar();
        var said = new Paragraph(words.get("sheet.running", 0, 0));
        said.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", words.get("sheet.title"));
        bar.setIndeterminate(true);
        var run = new ImportRun(imports, meeting(), choices);
        var cancel = new Button(words.get("sheet.cancel"), e -> {
            run.cancel();
            e.getSource().setEnabled(false);
        });
        cancel.setId("sheet-cancel");
        var running = new Div(said, bar, cancel);
        running.addClassName("sheet-running");
        result.removeAll();
        result.add(running);
        steps.setEnabled(false);
        upload.setVisible(false);
        run.start(
                (done, of) -> ui.access(() -> {
                    bar.setIndeterminate(false);
                    bar.setValue((double) done / Math.max(1, of));
                    said.setText(words.get("sheet.running", done, of));
                }),
                receipt -> ui.access(() -> done(receipt)),
                refusal -> ui.access(() -> refused(refusal)));
    }

    private void done(Receipt receipt) {
        ended();
        show();
        showPast(undoing.past(meeting()));
        var list = new Anchor(
                "/app/meetings/" + Objects.requireNonNull(shown).slug() + "/proposals", words.get("sheet.done.list"));
        list.setId("sheet-done");
        result.add(new Paragraph(words.get("sheet.done", receipt.proposals(), receipt.newPeople())), list);
        Notices.done(words.get("sheet.done", receipt.proposals(), receipt.newPeople()), () -> undo(receipt.key()));
    }

    private void refused(Refusal refusal) {
        ended();
        show();
        problems.show(refusal, Map.of());
    }

    private void ended() {
        result.removeAll();
        steps.setEnabled(true);
        upload.setVisible(true);
    }

    private void undo(java.util.UUID key) {
        act(() -> {
            var undone = undoing.undo(meeting(), key);
            result.removeAll();
            Notices.done(words.get("sheet.undone", undone.withdrawn(), undone.kept()));
        });
        showPast(undoing.past(meeting()));
    }

    private void showPast(java.util.List<ImportUndoing.Past> history) {
        past.removeAll();
        past.setId("sheet-past");
        past.setVisible(!history.isEmpty());
        var list = new UnorderedList();
        list.addClassName("sheet-past");
        for (var each : history) {
            var view = Objects.requireNonNull(shown);
            var line = new Span(words.get(
                    "sheet.past.line",
                    each.fileName(),
                    each.proposals(),
                    Moments.full(words.language(), each.takenAt(), view.zone(), words.text(view.city())),
                    each.importer().map(words::name).orElse("–")));
            var item = new ListItem(line);
            if (each.undoneAt().isPresent()) {
                item.add(new Span(words.get("sheet.past.undone", each.withdrawn())));
            } else {
                var undo = new Button(words.get("shell.undo"), e -> undo(each.key()));
                undo.setAriaLabel(words.get("sheet.past.undo", each.fileName()));
                undo.addThemeVariants(ButtonVariant.TERTIARY);
                item.add(undo);
            }
            list.add(item);
        }
        past.add(new H2(words.get("sheet.past")), list);
    }

    private void act(Runnable change) {
        problems.clear();
        try {
            change.run();
        } catch (Refusal refusal) {
            problems.show(refusal, Map.of());
        }
    }
}

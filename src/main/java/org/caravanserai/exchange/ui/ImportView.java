package org.caravanserai.exchange.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.caravanserai.exchange.Oddity;
import org.caravanserai.exchange.ScheduleImport;
import org.caravanserai.exchange.archive.MeetingArchiveImport;
import org.caravanserai.meeting.Slug;
import org.caravanserai.people.Access;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.LimitedFileUpload;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Moments;
import org.caravanserai.text.Refusal;
import org.caravanserai.text.Zones;
import org.springframework.security.access.AccessDeniedException;

/** Takes in an agenda of another tool, or an archive of a meeting: choose a file, read what is odd in it, then make a meeting of it. */
@Route(value = "admin/import", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/exchange.css")
class ImportView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 50;
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final Words words = Words.here();
    private final transient ScheduleImport imports;
    private final transient MeetingArchiveImport archives;
    private final Problems problems = new Problems();
    private final Upload upload;
    private final Div found = new Div();
    private transient Optional<Path> uploaded = Optional.empty();

    ImportView(ScheduleImport imports, MeetingArchiveImport archives, Access access) {
        if (!access.administrator()) {
            throw new AccessDeniedException("only administrators import agendas");
        }
        this.imports = imports;
        addClassNames("view", "import");
        this.archives = archives;
        upload = Fields.upload(
                new LimitedFileUpload(MeetingArchiveImport.LARGEST, (metadata, file) -> look(file.toPath())));
        upload.setId("file");
        upload.setMaxFiles(1);
        upload.setAcceptedFileTypes(".xml", ".json", ".gz", ".zip");
        add(
                new PageHeader(words.get("exchange.import.title"))
                        .with(words.get(
                                "exchange.import.help",
                                ScheduleImport.LARGEST / 1024 / 1024,
                                MeetingArchiveImport.LARGEST / 1024 / 1024)),
                problems,
                upload,
                found);
        addDetachListener(e -> forget());
    }

    @Override
    public String getPageTitle() {
        return words.get("exchange.import.title") + " · Caravanserai";
    }

    private void look(Path file) {
        found.removeAll();
        problems.clear();
        upload.clearFileList();
        forget();
        uploaded = Optional.of(file);
        try {
            if (isZip(file)) {
                show(file, archives.look(file));
            } else {
                if (Files.size(file) > ScheduleImport.LARGEST) {
                    throw Refusal.of("exchange.file.large", ScheduleImport.LARGEST / 1024 / 1024);
                }
                var bytes = Files.readAllBytes(file);
                show(bytes, imports.look(bytes));
            }
        } catch (Refusal refusal) {
            problems.show(refusal, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(4), ZIP);
        }
    }

    private void forget() {
        uploaded.ifPresent(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        uploaded = Optional.empty();
    }

    private void show(Path file, MeetingArchiveImport.Preview preview) {
        var slug = slugField(preview.suggestedSlug());
        var take = takeButton(() -> take(
                () -> {
                    var imported = archives.take(file, new Slug(slug.getValue().strip()));
                    return new Taken(imported.slug(), imported.sessions(), imported.oddities());
                },
                Map.of("slug", slug)));
        found.add(
                new H2(words.text(preview.title())),
                new Paragraph(Moments.days(words.language(), preview.firstDay(), preview.lastDay())),
                new Paragraph(words.get(
                        "exchange.import.foundArchive", preview.proposals(), preview.sessions(), preview.people())),
                form(slug, take));
    }

    private void show(byte[] file, ScheduleImport.Preview preview) {
        var slug = slugField(preview.suggestedSlug());
        var zone = new ComboBox<ZoneId>(words.get("exchange.import.zone"));
        zone.setId("zone");
        zone.setItems(Zones.ofPlaces());
        zone.setItemLabelGenerator(each -> Moments.city(words.language(), each) + " (" + each.getId() + ")");
        if (preview.zone() != null) {
            zone.setValue(preview.zone());
        }
        var take = takeButton(() -> take(
                () -> {
                    if (zone.getValue() == null) {
                        throw Refusal.at("zone", "exchange.import.zone.required");
                    }
                    var imported = imports.take(file, new Slug(slug.getValue().strip()), zone.getValue());
                    return new Taken(imported.slug(), imported.sessions(), imported.oddities());
                },
                Map.of("slug", slug, "zone", zone)));
        found.add(new H2(preview.title()));
        if (preview.firstDay() != null && preview.lastDay() != null) {
            found.add(new Paragraph(Moments.days(words.language(), preview.firstDay(), preview.lastDay())));
        }
        found.add(
                new Paragraph(words.get("exchange.import.found", preview.sessions(), preview.rooms())),
                form(slug, zone, take));
        found.add(report(preview.oddities()));
    }

    /** The meeting that was made. */
    private record Taken(String slug, int sessions, List<Oddity> oddities) {}

    private TextField slugField(String suggested) {
        var slug = new TextField(words.get("exchange.import.slug"));
        slug.setId("slug");
        slug.setValue(suggested);
        return slug;
    }

    private Button takeButton(Runnable taking) {
        var take = new Button(words.get("exchange.import.take"));
        take.setId("take");
        take.addThemeVariants(ButtonVariant.PRIMARY);
        take.setDisableOnClick(true);
        take.addClickListener(e -> {
            taking.run();
            take.setEnabled(true);
        });
        return take;
    }

    private static Div form(Component... parts) {
        var form = new Div(parts);
        form.addClassName("import-form");
        return form;
    }

    private void take(Supplier<Taken> taking, Map<String, Component> fields) {
        problems.clear();
        try {
            var taken = taking.get();
            found.removeAll();
            var link = new Anchor("/app/meetings/" + taken.slug() + "/set-up", words.get("exchange.import.setUp"));
            link.setId("imported");
            found.add(
                    new Paragraph(words.get("exchange.import.done", taken.sessions(), taken.slug())),
                    link,
                    report(taken.oddities()));
            Notices.done(words.get("exchange.import.done", taken.sessions(), taken.slug()));
            forget();
        } catch (Refusal refusal) {
            problems.show(refusal, fields);
        }
    }

    /** What is odd in the file, by kind, each place once; long lists say how much is left out. */
    private Component report(List<Oddity> oddities) {
        var report = new Div();
        report.setId("oddities");
        report.add(new H2(words.get("exchange.import.oddities", oddities.size())));
        var byKind = oddities.stream()
                .collect(Collectors.groupingBy(
                        Oddity::kind, () -> new EnumMap<>(Oddity.Kind.class), Collectors.toList()));
        byKind.forEach((kind, each) -> {
            var list = new UnorderedList();
            each.stream().limit(MOST_SHOWN).forEach(oddity -> list.add(new ListItem(line(oddity))));
            if (each.size() > MOST_SHOWN) {
                list.add(new ListItem(words.get("exchange.import.more", each.size() - MOST_SHOWN)));
            }
            report.add(new Details(words.get("exchange.oddity." + kind.name()) + " (" + each.size() + ")", list));
        });
        return report;
    }

    private String line(Oddity oddity) {
        var place = words.get("exchange.import.place", oddity.place());
        return oddity.detail().isEmpty() ? place : place + " · " + oddity.detail();
    }
}

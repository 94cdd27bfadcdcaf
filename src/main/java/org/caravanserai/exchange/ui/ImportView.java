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
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caravanserai.exchange.Oddity;
import org.caravanserai.exchange.ScheduleImport;
import org.caravanserai.meeting.Slug;
import org.caravanserai.people.Access;
import org.caravanserai.shell.LimitedUpload;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Moments;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.AccessDeniedException;

/** Takes in an agenda of another tool: choose a file, read what is odd in it, then make a meeting of it. */
@Route(value = "admin/import", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/exchange.css")
class ImportView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 50;

    private final Words words = Words.here();
    private final transient ScheduleImport imports;
    private final Problems problems = new Problems();
    private final Upload upload;
    private final Div found = new Div();

    ImportView(ScheduleImport imports, Access access) {
        if (!access.administrator()) {
            throw new AccessDeniedException("only administrators import agendas");
        }
        this.imports = imports;
        addClassNames("view", "import");
        upload = new Upload(new LimitedUpload(ScheduleImport.LARGEST, (metadata, bytes) -> look(bytes)));
        upload.setId("file");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(ScheduleImport.LARGEST);
        upload.setAcceptedFileTypes(".xml", ".json", ".gz");
        upload.addFileRejectedListener(e -> Notices.warning(e.getErrorMessage()));
        add(
                new PageHeader(words.get("exchange.import.title"))
                        .with(words.get("exchange.import.help", ScheduleImport.LARGEST / 1024 / 1024)),
                problems,
                upload,
                found);
    }

    @Override
    public String getPageTitle() {
        return words.get("exchange.import.title") + " · Caravanserai";
    }

    private void look(byte[] file) {
        found.removeAll();
        problems.clear();
        upload.clearFileList();
        try {
            show(file, imports.look(file));
        } catch (Refusal refusal) {
            problems.show(refusal, Map.of());
        }
    }

    private void show(byte[] file, ScheduleImport.Preview preview) {
        var slug = new TextField(words.get("exchange.import.slug"));
        slug.setId("slug");
        slug.setValue(preview.suggestedSlug());
        var zone = new ComboBox<ZoneId>(words.get("exchange.import.zone"));
        zone.setId("zone");
        zone.setItems(ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .map(ZoneId::of)
                .toList());
        zone.setItemLabelGenerator(each -> Moments.city(words.language(), each) + " (" + each.getId() + ")");
        if (preview.zone() != null) {
            zone.setValue(preview.zone());
        }
        var take = new Button(words.get("exchange.import.take"));
        take.setId("take");
        take.addThemeVariants(ButtonVariant.PRIMARY);
        take.setDisableOnClick(true);
        take.addClickListener(e -> {
            take(file, slug, zone);
            take.setEnabled(true);
        });
        var form = new Div(slug, zone, take);
        form.addClassName("import-form");
        found.add(new H2(preview.title()));
        if (preview.firstDay() != null && preview.lastDay() != null) {
            found.add(new Paragraph(Moments.days(words.language(), preview.firstDay(), preview.lastDay())));
        }
        found.add(new Paragraph(words.get("exchange.import.found", preview.sessions(), preview.rooms())), form);
        found.add(report(preview.oddities()));
    }

    private void take(byte[] file, TextField slug, ComboBox<ZoneId> zone) {
        problems.clear();
        try {
            if (zone.getValue() == null) {
                throw Refusal.at("zone", "exchange.import.zone.required");
            }
            var imported = imports.take(file, new Slug(slug.getValue().strip()), zone.getValue());
            found.removeAll();
            var link = new Anchor("/app/meetings/" + imported.slug() + "/set-up", words.get("exchange.import.setUp"));
            link.setId("imported");
            found.add(
                    new Paragraph(words.get("exchange.import.done", imported.sessions(), imported.slug())),
                    link,
                    report(imported.oddities()));
            Notices.done(words.get("exchange.import.done", imported.sessions(), imported.slug()));
        } catch (Refusal refusal) {
            problems.show(refusal, Map.of("slug", slug, "zone", zone));
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

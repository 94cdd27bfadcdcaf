package org.caravanserai.exchange.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.caravanserai.agenda.Publications;
import org.caravanserai.agenda.PublishedAgenda;
import org.caravanserai.exchange.archive.MeetingArchive;
import org.caravanserai.exchange.deposit.AbstractsDeposit;
import org.caravanserai.exchange.sheet.MeetingSheets;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.meeting.ViewOfMeeting;
import org.caravanserai.people.Access;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.TableLink;

/** All that an organiser can take along of a meeting, in one place. */
@Route(value = "meetings/:slug/export", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/exchange.css")
class ExportView extends ViewOfMeeting {

    private static final long serialVersionUID = 1L;

    private final transient Publications publications;
    private final transient MeetingSheets sheets;
    private final transient MeetingArchive archive;
    private final transient AbstractsDeposit deposits;
    private final transient PeopleProperties installation;
    private final transient Access access;

    ExportView(
            MeetingDirectory directory,
            Publications publications,
            MeetingSheets sheets,
            MeetingArchive archive,
            AbstractsDeposit deposits,
            PeopleProperties installation,
            Access access) {
        super(directory, "exchange.export.title");
        this.publications = publications;
        this.sheets = sheets;
        this.archive = archive;
        this.deposits = deposits;
        this.installation = installation;
        this.access = access;
        addClassName("export");
    }

    @Override
    protected void show() {
        var meeting = meeting();
        if (!access.organiser(meeting.id().value())) {
            throw new NotFoundException();
        }
        removeAll();
        var published = publications.latest(meeting.id()).map(PublishedAgenda::snapshot);
        add(
                new PageHeader(words.get("exchange.export.title"))
                        .with(words.get("exchange.export.help", words.text(meeting.name()))),
                part("tables", tables(meeting)),
                part("agenda", published.isPresent() ? agenda(meeting) : notYet(meeting)));
        published.ifPresent(agenda -> add(
                part("embed", new EmbedMaking(agenda, installation.address(""))),
                part("metadata", new DepositForm(deposits, meeting, agenda))));
        add(part("archive", new ArchiveMaking(archive, access, meeting)));
    }

    private Section part(String name, Component content) {
        var section = new Section(
                new H2(words.get("exchange.export." + name)),
                new Paragraph(words.get("exchange.export." + name + ".help")),
                content);
        section.setId("export-" + name);
        section.addClassName("export-part");
        return section;
    }

    /** A line for each table; the links of all lines say the same, so each is labelled with its table too. */
    private Component tables(MeetingView meeting) {
        var list = new UnorderedList();
        list.addClassName("export-tables");
        for (var name : sheets.names()) {
            var said = words.get("exchange.sheet." + name);
            var file = meeting.slug() + "-" + name;
            var xlsx = TableLink.xlsx(file, () -> sheets.xlsx(meeting.id(), name, words.language()), "Excel");
            xlsx.setId(name + "-xlsx");
            xlsx.setAriaLabel(words.get("review.export.xlsx") + ": " + said);
            var csv = TableLink.csv(file, () -> sheets.csv(meeting.id(), name, words.language()), "CSV");
            csv.setId(name + "-csv");
            csv.setAriaLabel(words.get("review.export.csv") + ": " + said);
            list.add(new ListItem(new Span(said), xlsx, csv));
        }
        return list;
    }

    private Component notYet(MeetingView meeting) {
        return new EmptyState(
                words.get("exchange.export.agenda.none"),
                new Anchor("/app/meetings/" + meeting.slug() + "/releases", words.get("release.title")));
    }

    private Component agenda(MeetingView meeting) {
        var address = "/m/" + meeting.slug() + "/schedule.";
        var language = "?lang=" + words.language().tag();
        var xml = new Anchor(address + "xml" + language, "schedule.xml");
        xml.setId("schedule-xml");
        var json = new Anchor(address + "json" + language, "schedule.json");
        json.setId("schedule-json");
        var links = new Div(xml, json);
        links.addClassName("export-links");
        return links;
    }
}

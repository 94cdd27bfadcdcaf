package org.caravanserai.mail.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.mail.MailText;
import org.caravanserai.mail.NoticeBoard;
import org.caravanserai.mail.NoticeFilter;
import org.caravanserai.mail.NoticeKind;
import org.caravanserai.mail.NoticeLine;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.FilterLine;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.MasterDetail;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** What the reader is told: her notices, which are new, and the way to each thing. */
@Route(value = NoticesView.PATH, layout = MainLayout.class)
@PermitAll
class NoticesView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    static final String PATH = "notices";

    private static final long serialVersionUID = 1L;
    private static final String UNREAD = "unread";

    private final transient NoticeBoard board;
    private final transient PeopleProperties properties;
    private final Words words = Words.here();
    private final FilterLine filterLine = new FilterLine(words.get("notice.search"));
    private final Select<Boolean> showing = new Select<>();
    private final Select<NoticeKind> kinds = new Select<>();
    private final Button readAll = new Button(words.get("notice.readAll"), e -> readAll());
    private final MasterDetail<NoticeLine> list;

    NoticesView(NoticeBoard board, PeopleProperties properties) {
        this.board = board;
        this.properties = properties;
        addClassName("view");
        list = new MasterDetail<NoticeLine>(
                        "notices", words.get("notice.title"), (offset, limit) -> board.find(filter(), offset, limit))
                .main(
                        words.get("notice.column.notice"),
                        NoticeLine::subject,
                        line -> words.get(line.label()),
                        line -> words.ownMoment(line.at()))
                .state(
                        words.get("notice.column.state"),
                        line -> words.get(line.read() ? "notice.state.read" : "notice.state.new"),
                        line -> line.read() ? Tone.NEUTRAL : Tone.ACTIVE)
                .onOpen(line -> open(line.key()));
        showing.setId("notices-show");
        showing.setAriaLabel(words.get("notice.column.state"));
        showing.setItems(false, true);
        showing.setItemLabelGenerator(unread -> words.get(unread ? "notice.show.unread" : "notice.show.all"));
        showing.setValue(false);
        kinds.setId("notices-kind");
        kinds.setAriaLabel(words.get("notice.choices.kind"));
        kinds.setPlaceholder(words.get("notice.kind.all"));
        kinds.setEmptySelectionAllowed(true);
        kinds.setEmptySelectionCaption(words.get("notice.kind.all"));
        kinds.setItemLabelGenerator(kind -> kind == null ? words.get("notice.kind.all") : words.get(kind.label()));
        showing.addValueChangeListener(e -> changed(e.isFromClient()));
        kinds.addValueChangeListener(e -> changed(e.isFromClient()));
        filterLine.onSearch(w -> changed(true)).with(showing, kinds);
        readAll.setId("notices-read-all");
        var settings = new Anchor("/app/" + NoticeSettingsView.PATH, words.get("notice.settings.open"));
        settings.setId("notices-settings");
        add(
                new PageHeader(words.get("notice.title"), settings, readAll).with(words.get("notice.help")),
                filterLine,
                list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.close();
        var query = event.getLocation().getQueryParameters();
        filterLine.setWords(query.getSingleParameter("q").orElse(""));
        showing.setValue(query.getSingleParameter("show").filter(UNREAD::equals).isPresent());
        var known = board.kinds();
        kinds.setItems(known);
        query.getSingleParameter("kind")
                .flatMap(name ->
                        known.stream().filter(k -> k.name().equals(name)).findFirst())
                .ifPresentOrElse(kinds::setValue, kinds::clear);
        refresh();
    }

    @Override
    public String getPageTitle() {
        return words.get("notice.title") + " · Caravanserai";
    }

    private NoticeFilter filter() {
        var kind = kinds.getValue();
        return new NoticeFilter(
                Boolean.TRUE.equals(showing.getValue()), kind == null ? "" : kind.name(), filterLine.words());
    }

    private void changed(boolean byPerson) {
        if (!byPerson) {
            return;
        }
        refresh();
        var filter = filter();
        filterLine.keepInAddress(PATH, Map.of("show", filter.unreadOnly() ? UNREAD : "", "kind", filter.kind()));
    }

    private void refresh() {
        var filter = filter();
        var total = board.count(filter);
        readAll.setEnabled(board.unread() > 0);
        filterLine.setCount(words.get("notice.count", total));
        var chips = new ArrayList<FilterLine.Chip>();
        if (filter.unreadOnly()) {
            chips.add(new FilterLine.Chip(words.get("notice.show.unread"), () -> {
                showing.setValue(false);
                changed(true);
            }));
        }
        var kind = kinds.getValue();
        if (kind != null) {
            chips.add(new FilterLine.Chip(words.get(kind.label()), () -> {
                kinds.clear();
                changed(true);
            }));
        }
        filterLine.setChips(chips);
        list.refresh(
                total, new EmptyState(words.get(filter.equals(NoticeFilter.ALL) ? "notice.empty" : "notice.none")));
    }

    private void readAll() {
        var at = board.readAll();
        refresh();
        Notices.done(words.get("notice.readAll.done"), () -> {
            board.undoReadAll(at);
            refresh();
        });
    }

    private void open(UUID notice) {
        try {
            var message = board.open(notice);
            var parts = new ArrayList<Component>();
            parts.add(new Paragraph(words.ownMoment(message.line().createdAt())));
            parts.add(MailWords.text(message));
            if (!message.actionAddress().isEmpty()) {
                parts.add(MailWords.link(message, properties));
            }
            var unread = new Button(words.get("notice.unread"), e -> {
                board.unread(notice);
                list.close();
                refresh();
            });
            unread.setId("notice-unread");
            parts.add(unread);
            refresh();
            list.open(subject(message), parts.toArray(Component[]::new));
        } catch (Refusal refusal) {
            list.close();
            Notices.refused(refusal);
        }
    }

    private static Span subject(MailText message) {
        var subject = new Span(message.line().subject());
        subject.getElement().setAttribute("lang", message.line().languageTag());
        return subject;
    }
}

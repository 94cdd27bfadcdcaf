package org.caravanserai.mail.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.UUID;
import org.caravanserai.mail.KnownKinds;
import org.caravanserai.mail.MailLine;
import org.caravanserai.mail.MailText;
import org.caravanserai.mail.Mailbox;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.MasterDetail;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** The messages that the reader has got, so that one that was lost on its way is still to be read. */
@Route(value = "mailbox", layout = MainLayout.class)
@PermitAll
class MailboxView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient Mailbox mailbox;
    private final transient PeopleProperties properties;
    private final Words words = Words.here();
    private final MasterDetail<MailLine> list;

    MailboxView(Mailbox mailbox, KnownKinds kinds, PeopleProperties properties) {
        this.mailbox = mailbox;
        this.properties = properties;
        addClassName("view");
        list = new MasterDetail<MailLine>("mailbox", words.get("mailview.mailbox.title"), mailbox::mine)
                .main(
                        words.get("mailview.column.message"),
                        MailLine::subject,
                        line -> words.get(kinds.label(line.kind())),
                        line -> words.ownMoment(line.createdAt()))
                .onOpen(line -> open(line.key()));
        add(
                new PageHeader(words.get("mailview.mailbox.title"))
                        .with(words.get(mailbox.isUsed() ? "mailview.mailbox.kept" : "mailview.mailbox.help")),
                list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.close();
        list.refresh(mailbox.countMine(), new EmptyState(words.get("mailview.mailbox.empty")));
    }

    @Override
    public String getPageTitle() {
        return words.get("mailview.mailbox.title") + " · Caravanserai";
    }

    private void open(UUID key) {
        try {
            var message = mailbox.read(key);
            var parts = new ArrayList<Component>();
            parts.add(new Paragraph(words.ownMoment(message.line().createdAt())));
            parts.add(MailWords.text(message));
            if (!message.actionAddress().isEmpty()) {
                parts.add(MailWords.link(message, properties));
            }
            if (!message.attachment().isEmpty()) {
                parts.add(new Paragraph(file(message)));
            }
            mailbox.html(key)
                    .ifPresentOrElse(
                            html -> parts.add(asMail(message, html)),
                            () -> parts.add(new Paragraph(words.get("mailview.mailbox.link"))));
            var subject = new Span(message.line().subject());
            subject.getElement().setAttribute("lang", message.line().languageTag());
            list.open(subject, parts.toArray(Component[]::new));
        } catch (Refusal refusal) {
            list.close();
            Notices.refused(refusal);
        }
    }

    private Anchor file(MailText message) {
        return new Anchor(
                DownloadHandler.fromInputStream(e -> {
                    var file = mailbox.file(message.line().key());
                    return new DownloadResponse(
                            new ByteArrayInputStream(file.bytes()), file.name(), file.type(), file.bytes().length);
                }),
                words.get("mailview.mailbox.file", message.attachment()));
    }

    /** The message as a mail program shows it, in a frame that may do nothing. */
    private Component asMail(MailText message, String html) {
        var frame = new IFrame();
        frame.setId("mail-html");
        frame.setTitle(message.line().subject());
        frame.getElement().setAttribute("sandbox", "");
        frame.setSrcdoc(html);
        return new Details(words.get("mailview.mailbox.html"), frame);
    }
}

package org.caravanserai.people.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Optional;
import org.caravanserai.people.AuditReading.Change;
import org.caravanserai.people.AuditReading.Line;
import org.caravanserai.people.AuditReading.Mark;
import org.caravanserai.shell.Words;

/** Entries of the audit trail, the newest first; older ones are added when asked for. */
class AuditList extends Div {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    /** Where the entries come from. */
    interface Pages {
        List<Line> page(Optional<Mark> after, int limit);
    }

    private final Words words;
    private final transient Pages pages;
    private final UnorderedList entries = new UnorderedList();
    private final Button older;
    private transient Optional<Mark> last = Optional.empty();

    AuditList(Words words, Pages pages) {
        this.words = words;
        this.pages = pages;
        entries.addClassName("audit-list");
        entries.setId("audit-entries");
        older = new Button(words.get("roles.audit.older"), e -> more());
        older.setId("audit-older");
        add(entries, older);
        more();
    }

    private void more() {
        // One more than is shown tells whether there are others.
        var page = pages.page(last, PAGE + 1);
        page.stream().limit(PAGE).forEach(line -> {
            entries.add(entry(line));
            last = Optional.of(new Mark(line.at(), line.key()));
        });
        older.setVisible(page.size() > PAGE);
        if (entries.getComponentCount() == 0) {
            add(new Paragraph(words.get("roles.audit.nothing")));
        }
    }

    private ListItem entry(Line line) {
        var when = new Span(words.ownMoment(line.at()));
        when.addClassName("audit-when");
        var who = line.actor()
                .<Component>map(actor -> new Anchor(
                        "/app/admin/audit?who=" + actor,
                        line.name().map(words::name).orElse(words.get("roles.audit.gone"))))
                .orElseGet(() -> new Span(words.get("roles.audit.system")));
        var object = new Anchor("/app/admin/audit?object=" + line.object(), line.type());
        object.setTitle(words.get("roles.audit.object.all"));
        var what = new Div(who, new Span(action(line.action())), object);
        what.addClassName("audit-what");
        var item = new ListItem(when, what);
        if (!line.changes().isEmpty()) {
            var details = new NativeDetails(
                    words.get("roles.audit.changes", line.changes().size()), changes(line));
            item.add(details);
        }
        return item;
    }

    private String action(String action) {
        return switch (action) {
            case "created" -> words.get("roles.action.created");
            case "changed" -> words.get("roles.action.changed");
            case "deleted" -> words.get("roles.action.deleted");
            case "signed in" -> words.get("roles.action.signedIn");
            case "gave role" -> words.get("roles.action.gaveRole");
            case "took role" -> words.get("roles.action.tookRole");
            case "offered" -> words.get("roles.action.offered");
            case "withdrew" -> words.get("roles.action.withdrew");
            case "tried again" -> words.get("roles.action.triedAgain");
            case "gave up" -> words.get("roles.action.gaveUp");
            default -> action;
        };
    }

    private static Component changes(Line line) {
        var list = new DescriptionList();
        list.addClassName("audit-changes");
        line.changes().forEach((field, change) -> {
            list.add(new DescriptionList.Term(field));
            list.add(new DescriptionList.Description(value(change)));
        });
        return list;
    }

    private static Component value(Change change) {
        var both = new Span();
        if (!change.before().isEmpty()) {
            var before = new Element("del");
            before.setText(change.before());
            both.getElement().appendChild(before);
            both.add(" ");
        }
        if (!change.after().isEmpty()) {
            var after = new Element("ins");
            after.setText(change.after());
            both.getElement().appendChild(after);
        }
        return both;
    }
}

package org.caravanserai.partnering.tables.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.partnering.tables.EventSetUp;
import org.caravanserai.partnering.tables.EventSetUp.EventSheet;
import org.caravanserai.partnering.tables.GivingOut;
import org.caravanserai.partnering.tables.TablesPlanning;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.TabLine;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** From where organisers lead a partnering event: what it is, the tables that are filled, and the meetings given out. */
@Route(value = "meetings/:slug/tables/:event/organise", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/tables.css")
class OrganiseView extends ViewOfEvent {

    private static final long serialVersionUID = 1L;

    private final transient EventSetUp setUp;
    private final transient TablesPlanning planning;
    private final transient GivingOut givingOut;
    private final transient LiveUpdates updates;
    private final Div panel = new Div();
    private transient @Nullable FillPanel filling;
    private transient LiveUpdates.@Nullable Subscription subscription;
    private int chosen;

    OrganiseView(
            MeetingDirectory directory,
            EventSetUp setUp,
            TablesPlanning planning,
            GivingOut givingOut,
            LiveUpdates updates) {
        super(directory);
        this.setUp = setUp;
        this.planning = planning;
        this.givingOut = givingOut;
        this.updates = updates;
    }

    @Override
    void show() {
        var sheet = setUp.sheet(event());
        removeAll();
        var all = new Anchor(address(), words.get("tables.all"));
        var line = new TabLine(
                words.get("tables.title"),
                new Tab(words.get("tables.part.setUp")),
                new Tab(words.get("tables.part.fill")),
                new Tab(words.get("tables.part.given")));
        line.setId("parts");
        line.setSelectedIndex(chosen);
        line.addSelectedChangeListener(e -> {
            chosen = line.getSelectedIndex();
            show();
        });
        add(
                new PageHeader(words.text(sheet.plan().title()), all)
                        .with(words.text(meeting().name())),
                standing(sheet),
                line,
                panel);
        panel.removeAll();
        panel.addClassName("tables-panel");
        filling = null;
        panel.add(part(sheet));
    }

    private Component part(EventSheet sheet) {
        return switch (chosen) {
            case 1 -> {
                var made = new FillPanel(words, meeting(), sheet, planning, givingOut, this::show);
                filling = made;
                yield made;
            }
            case 2 -> new GivenPanel(words, meeting(), sheet, givingOut, this::show);
            default -> new SetUpPanel(words, meeting(), sheet, setUp, this::show);
        };
    }

    private Div standing(EventSheet sheet) {
        var figures = new Span(words.get(
                "tables.figures",
                sheet.parties(),
                sheet.wishes(),
                sheet.tables().size(),
                sheet.slots().size(),
                sheet.given()));
        figures.addClassName("muted");
        var line = new Div(EventTexts.badge(sheet.state(), words), figures);
        line.addClassName("tables-standing");
        sheet.state().next().stream().sorted().forEach(next -> {
            var lead = new Button(words.get("tables.lead." + next), e -> {
                try {
                    setUp.lead(event(), next);
                } catch (Refusal refusal) {
                    Notices.refused(refusal);
                }
                show();
            });
            lead.setId("lead-" + next.name().toLowerCase(java.util.Locale.ROOT));
            line.add(lead);
        });
        return new Div(line, new Paragraph(words.get("tables.todo." + sheet.state())));
    }

    @Override
    protected void onAttach(AttachEvent attaching) {
        var ui = attaching.getUI();
        // The message comes on the thread that works, and must be read as the one who looks.
        var self = Actor.self();
        subscription = updates.listen(
                TablesPlanning.channel(event()),
                message -> ui.access(() -> self.run(() -> {
                    if (filling != null) {
                        filling.further();
                    }
                })));
    }

    @Override
    protected void onDetach(DetachEvent detaching) {
        filling = null;
        if (subscription != null) {
            subscription.end();
        }
    }
}

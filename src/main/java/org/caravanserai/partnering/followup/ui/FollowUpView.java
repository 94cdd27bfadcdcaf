package org.caravanserai.partnering.followup.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.caravanserai.partnering.followup.CameOfIt;
import org.caravanserai.partnering.followup.FollowUps;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Words;

/** The reader's meetings with others, and what came of each; kept as she says it. */
@Route(value = FollowUpView.PATH, layout = MainLayout.class)
@PermitAll
class FollowUpView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    static final String PATH = "follow-up";

    private static final long serialVersionUID = 1L;

    private final transient FollowUps followUps;
    private final transient Clock clock;
    private final Words words = Words.here();

    FollowUpView(FollowUps followUps, Clock clock) {
        this.followUps = followUps;
        this.clock = clock;
        addClassName("view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new PageHeader(words.get("followup.title")).with(words.get("followup.private")));
        var mine = followUps.mine();
        if (mine.isEmpty()) {
            add(new EmptyState(words.get("followup.empty")));
        }
        mine.forEach(line -> add(form(line)));
    }

    @Override
    public String getPageTitle() {
        return words.get("followup.title") + " · Caravanserai";
    }

    private KeptForm form(FollowUps.Line line) {
        var came = new CheckboxGroup<CameOfIt>(words.get("followup.question"));
        came.setItems(CameOfIt.values());
        came.setItemLabelGenerator(what -> words.get("followup.came." + what));
        came.setValue(line.came());
        came.addClassName("follow-up-came");
        var note = new TextField(words.get("followup.note"));
        note.setValue(line.note());
        note.setMaxLength(500);
        note.setValueChangeMode(ValueChangeMode.LAZY);
        var form = new KeptForm(line.title(), clock)
                .with(new Paragraph(words.ownMoment(line.heldAt())))
                .with("came", came)
                .with("note", note)
                .keeping(() -> {
                    followUps.say(line.key(), came.getValue());
                    followUps.write(line.key(), note.getValue());
                });
        if (line.next().isPresent()) {
            var stop = new Button(words.get("followup.stop"), e -> {
                followUps.stop(line.key());
                e.getSource().setVisible(false);
                Notices.done(words.get("followup.stopped"));
            });
            stop.addClassName("follow-up-stop");
            stop.addThemeVariants(ButtonVariant.TERTIARY);
            form.with(stop);
        }
        return form;
    }
}

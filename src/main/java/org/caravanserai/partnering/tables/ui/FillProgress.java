package org.caravanserai.partnering.tables.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import org.caravanserai.partnering.tables.TablesStanding;
import org.caravanserai.shell.Words;

/** How far a run at work is. What it says changes in place, so that whoever is about to stop it keeps the button. */
class FillProgress extends Div {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final H2 heading = new H2();
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph since = new Paragraph();
    private final Paragraph reached = new Paragraph();
    private final Paragraph worth = new Paragraph();
    private final Button stop;

    FillProgress(Words words, Runnable stopping) {
        this.words = words;
        stop = new Button(words.get("tables.stop"), e -> stopping.run());
        stop.setId("stop");
        addClassName("tables-progress");
        since.addClassName("muted");
        worth.getElement().setAttribute("role", "status");
        add(heading, bar, since, reached, worth, new Paragraph(words.get("tables.safe")), stop);
    }

    void show(TablesStanding.Running running) {
        var what = words.get(running.order().trouble().isEmpty() ? "tables.working" : "tables.working.mend");
        heading.setText(what);
        bar.getElement().setAttribute("aria-label", what);
        bar.setIndeterminate(running.order().trouble().isPresent());
        bar.setMax(running.order().seconds());
        bar.setValue(
                Math.clamp(running.elapsed().toSeconds(), 0, running.order().seconds()));
        since.setText(EventTexts.begun(running.starter(), running.since(), words));
        reached.setText(words.get("tables.running", running.elapsed().toSeconds(), running.meetings()));
        worth.setText(
                running.meetings() == 0
                        ? words.get("tables.begun")
                        : EventTexts.worth(running.score(), running.bound(), words));
        stop.setEnabled(!running.stopping());
        stop.setText(words.get(running.stopping() ? "tables.stopping" : "tables.stop"));
    }
}

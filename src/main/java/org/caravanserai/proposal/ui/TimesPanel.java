package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ProposalTimes;
import org.caravanserai.proposal.StatedTimes;
import org.caravanserai.shell.SavedLine;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** Where the people of a decided proposal say when it suits them, kept as they choose. */
class TimesPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient ProposalTimes times;
    private final transient ProposalId proposal;
    private final Words words;
    private final TimesEditor editor;
    private final SavedLine saved = new SavedLine();
    private transient StatedTimes known;

    TimesPanel(ProposalTimes times, ProposalId proposal, List<LocalDate> days, StatedTimes stated, Words words) {
        this.times = times;
        this.proposal = proposal;
        this.words = words;
        this.known = stated;
        editor = new TimesEditor(days, words, this::save);
        editor.show(stated);
        setId("proposal-times");
        add(editor, saved);
    }

    private void save() {
        try {
            var said = times.state(proposal, known, editor.stated());
            known = said.times();
            editor.show(known);
            saved.saved(said.at());
        } catch (Refusal refusal) {
            saved.notSaved(refusal.problems().stream().map(words::get).collect(Collectors.joining(" ")));
        }
    }
}

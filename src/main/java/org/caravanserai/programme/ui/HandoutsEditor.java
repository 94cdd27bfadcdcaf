package org.caravanserai.programme.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import java.util.function.Consumer;
import org.caravanserai.programme.HandoutKind;
import org.caravanserai.programme.HandoutSharing;
import org.caravanserai.programme.HandoutSharing.Kept;
import org.caravanserai.programme.HandoutShowing;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.LimitedUpload;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** The slides and papers of a proposal: added, described, released to readers and taken away by who speaks for it. */
@StyleSheet("context://styles/handouts.css")
class HandoutsEditor extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HandoutSharing sharing;
    private final transient ProposalId proposal;
    private final Words words;
    private final UnorderedList list = new UnorderedList();
    private final Upload upload;

    HandoutsEditor(HandoutSharing sharing, ProposalId proposal, Words words) {
        this.sharing = sharing;
        this.proposal = proposal;
        this.words = words;
        addClassName("handouts-editor");
        upload = Fields.upload(
                new LimitedUpload(HandoutSharing.LARGEST, (metadata, bytes) -> keep(metadata.fileName(), bytes)));
        upload.setId("handout-upload");
        list.addClassName("handout-list");
        add(
                new Paragraph(
                        words.get("programme.handout.help", HandoutSharing.MOST, HandoutSharing.LARGEST / 1024 / 1024)),
                list,
                upload);
        show();
    }

    private void keep(String name, byte[] bytes) {
        try {
            sharing.add(proposal, name, bytes);
            Notices.done(words.get("proposal.file.kept", name));
        } catch (Refusal refusal) {
            Notices.refused(name, refusal);
        }
        upload.clearFileList();
        show();
    }

    private void show() {
        list.removeAll();
        var kept = sharing.list(proposal);
        upload.setVisible(kept.size() < HandoutSharing.MOST);
        kept.forEach(handout -> list.add(line(handout)));
    }

    private ListItem line(Kept handout) {
        var line = new ListItem(HandoutText.of(handout, words));
        var kind = choice("programme.handout.kind", handout.name(), HandoutKind.values(), handout.kind(), chosen -> {
            sharing.describe(proposal, handout.key(), chosen);
            said(handout, words.get("programme.handout.kind." + chosen));
        });
        kind.setItemLabelGenerator(k -> words.get("programme.handout.kind." + k));
        kind.addClassName("handout-kind");
        var showing = choice(
                "programme.handout.showing", handout.name(), HandoutShowing.values(), handout.showing(), chosen -> {
                    sharing.show(proposal, handout.key(), chosen);
                    said(handout, words.get("programme.handout.showing." + chosen));
                });
        showing.setItemLabelGenerator(s -> words.get("programme.handout.showing." + s));
        showing.addClassName("handout-showing");
        var remove = new Button(words.get("shell.remove"), e -> {
            sharing.remove(proposal, handout.key());
            show();
        });
        remove.setAriaLabel(words.get("proposal.file.remove", handout.name()));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        if (handout.takenDown()) {
            line.add(new StatusBadge(words.get("programme.handout.takenDown"), Tone.DANGER));
        }
        var choices = new Div(kind, showing, remove);
        choices.addClassName("handout-choices");
        line.add(choices);
        return line;
    }

    private <T> Select<T> choice(String key, String of, T[] values, T now, Consumer<T> chosen) {
        var select = new Select<T>();
        select.setLabel(words.get(key));
        select.setAriaLabel(words.get(key) + ": " + of);
        select.setItems(values);
        select.setValue(now);
        select.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                chosen.accept(e.getValue());
            }
        });
        return select;
    }

    private void said(Kept handout, String what) {
        Notices.done(words.get("programme.handout.said", handout.name(), what));
    }
}

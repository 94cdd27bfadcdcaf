package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.proposal.CallView;
import org.caravanserai.proposal.ProposalFiles;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.LimitedUpload;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** The files of a proposal, or those that answer one question: added, read and taken away. */
class FilesEditor extends Div {

    private static final long serialVersionUID = 1L;

    private final transient ProposalFiles files;
    private final transient ProposalId proposal;
    private final String code;
    private final transient Optional<UUID> question;
    private final Words words;
    private final UnorderedList list = new UnorderedList();
    private final Upload upload;

    /** Makes an editor for a question, or for the files of the proposal as a whole. */
    interface Maker {
        Component of(Optional<CallView.Asked> question);
    }

    FilesEditor(ProposalFiles files, ProposalId proposal, String code, Optional<CallView.Asked> question, Words words) {
        this.files = files;
        this.proposal = proposal;
        this.code = code;
        this.question = question.map(CallView.Asked::key);
        this.words = words;
        addClassName("proposal-files");
        upload = Fields.upload(
                new LimitedUpload(ProposalFiles.LARGEST, (metadata, bytes) -> keep(metadata.fileName(), bytes)));
        upload.setId("files" + this.question.map(q -> "-" + q).orElse(""));
        upload.setAcceptedFileTypes(
                ".pdf", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".docx", ".pptx", ".xlsx", ".odt",
                ".odp", ".ods", ".doc", ".ppt", ".xls");
        var label = new Paragraph(question.map(
                        q -> words.text(q.label()) + (q.required() ? "" : " (" + words.get("proposal.optional") + ")"))
                .orElse(words.get("proposal.help.files", ProposalFiles.MOST, ProposalFiles.LARGEST / 1024 / 1024)));
        add(label, list, upload);
        list.addClassName("proposal-file-list");
        show();
    }

    private void keep(String name, byte[] bytes) {
        try {
            files.add(proposal, new ProposalFiles.Upload(question.orElse(null), name, bytes));
            Notices.done(words.get("proposal.file.kept", name));
        } catch (Refusal refusal) {
            Notices.refused(name, refusal);
        }
        upload.clearFileList();
        show();
    }

    private void show() {
        list.removeAll();
        for (var file : files.list(proposal)) {
            if (!file.question().equals(question)) {
                continue;
            }
            var link = new Anchor("/proposals/" + code + "/files/" + file.key(), file.name());
            link.setRouterIgnore(true);
            var size = new Span(words.get("proposal.file.size", Math.max(1, file.size() / 1024)));
            size.addClassName("muted");
            var remove = new Button(words.get("shell.remove"), e -> {
                files.remove(proposal, file.key());
                show();
            });
            remove.setAriaLabel(words.get("proposal.file.remove", file.name()));
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            list.add(new ListItem(link, size, remove));
        }
    }
}

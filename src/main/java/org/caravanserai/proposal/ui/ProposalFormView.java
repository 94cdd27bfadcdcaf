package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caravanserai.people.PeopleFinding;
import org.caravanserai.proposal.ContributorInviting;
import org.caravanserai.proposal.DraftContent;
import org.caravanserai.proposal.ImportUndoing;
import org.caravanserai.proposal.ProposalDrafting;
import org.caravanserai.proposal.ProposalDrafting.FormSetting;
import org.caravanserai.proposal.ProposalDrafting.OpenDraft;
import org.caravanserai.proposal.ProposalFiles;
import org.caravanserai.proposal.ProposalFormContribution;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ProposalNotice;
import org.caravanserai.proposal.ProposalReading;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.proposal.ProposalSubmission;
import org.caravanserai.proposal.ProposalTimes;
import org.caravanserai.proposal.ProposalView;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.SavedLine;
import org.caravanserai.shell.Words;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;

/**
 * One proposal: its state and what comes next, its form, saved on the server as it is typed, and its revisions. Who may
 * not write it reads it.
 */
@Route(value = "proposals/:code", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/proposal.css")
class ProposalFormView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient ProposalDrafting drafting;
    private final transient ProposalSubmission submission;
    private final transient ProposalTimes times;
    private final transient ProposalReading reading;
    private final transient ImportUndoing imports;
    private final transient ContributorInviting inviting;
    private final transient PeopleFinding finding;
    private final transient ProposalFiles files;
    private final transient List<ProposalFormContribution> contributions;
    private final transient List<ProposalNotice> notices;
    private final Words words = Words.here();
    private final SavedLine saved = new SavedLine();
    private final Problems problems = new Problems();
    private final Div choosing = new Div();
    private PageHeader head = new PageHeader("");
    private String heading = "";
    private transient Optional<Editing> editing = Optional.empty();

    /** What is being edited: the form, and the draft that its typing began with. */
    private static final class Editing {
        private final ProposalId proposal;
        private final FormSetting setting;
        private final ProposalForm form;
        private DraftContent base;
        private long version;

        Editing(ProposalId proposal, FormSetting setting, ProposalForm form, OpenDraft draft) {
            this.proposal = proposal;
            this.setting = setting;
            this.form = form;
            this.base = draft.content();
            this.version = draft.version();
        }
    }

    ProposalFormView(
            ProposalDrafting drafting,
            ProposalSubmission submission,
            ProposalTimes times,
            ProposalReading reading,
            ImportUndoing imports,
            ContributorInviting inviting,
            PeopleFinding finding,
            ProposalFiles files,
            List<ProposalFormContribution> contributions,
            List<ProposalNotice> notices) {
        this.drafting = drafting;
        this.submission = submission;
        this.times = times;
        this.reading = reading;
        this.imports = imports;
        this.inviting = inviting;
        this.finding = finding;
        this.files = files;
        this.contributions = contributions;
        this.notices = notices;
        addClassNames("view", "proposal-view");
    }

    /** The address of a proposal's form. */
    static RouteParameters at(String code) {
        return new RouteParameters(new RouteParam("code", code));
    }

    @Override
    public String getPageTitle() {
        return heading + " · Caravanserai";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var code = event.getRouteParameters().get("code").orElse("");
        reading.find(code)
                .ifPresentOrElse(
                        found -> show(found.proposal(), found.edits()),
                        () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(ProposalId proposal, boolean edits) {
        removeAll();
        var view = reading.view(proposal);
        if (edits) {
            edit(view);
        } else {
            read(view);
        }
    }

    private void edit(ProposalView view) {
        var draft = drafting.open(view.proposal());
        var setting = drafting.setting(view.proposal());
        var open = submission.isOpen(view.proposal());
        header(view, title(draft.content().localized(DraftContent.TITLE)));
        add(new ProposalStatePanel(words, submission, view, setting, open, () -> show(view.proposal(), true)));
        notices.forEach(notice -> notice.of(view).ifPresent(this::add));
        if (view.state() != ProposalState.DRAFT && !open) {
            if (times.areOpen(view.proposal())) {
                add(text(view), new TimesPanel(times, view.proposal(), setting.days(), view.times(), words));
            } else {
                add(text(view).withTimes());
            }
            revisions(view);
            return;
        }
        var form = new ProposalForm(
                setting,
                words,
                question -> new FilesEditor(files, view.proposal(), view.code(), question, words),
                this::save);
        form.show(draft.content());
        var now = new Editing(view.proposal(), setting, form, draft);
        editing = Optional.of(now);
        var people = new Section(
                new H2(words.get("proposal.section.people")),
                new Paragraph(words.get("proposal.help.people")),
                new ContributorsEditor(inviting, finding, view.proposal(), words));
        var attached = new Section(
                new H2(words.get("proposal.section.files")),
                new FilesEditor(files, view.proposal(), view.code(), Optional.empty(), words));
        var submit = new Button(
                words.get(view.state() == ProposalState.DRAFT ? "proposal.submit" : "proposal.submitChanges"),
                e -> submit(view.state()));
        submit.setId("proposal-submit");
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setDisableOnClick(true);
        submit.setEnabled(open);
        saved.setId("proposal-saved");
        saved.saved(draft.savedAt());
        var end = new Div(submit, saved);
        end.addClassName("proposal-end");
        choosing.removeAll();
        problems.clear();
        add(choosing, problems, form, people, attached);
        contributions.forEach(c -> add(c.part(view.proposal())));
        add(end);
        draft.aside().ifPresent(aside -> {
            var clashes = List.copyOf(aside.differences(draft.content()));
            if (!clashes.isEmpty()) {
                choose(now, aside, draft.content(), draft.version(), draft.savedBy(), clashes);
            }
        });
        revisions(view);
    }

    private void save() {
        editing.ifPresent(now -> {
            var typed = now.form.typed();
            if (choosing.getChildren().findAny().isEmpty()) {
                save(now, typed, now.version, now.base);
            } else {
                saved.notSaved(words.get("proposal.stale.first"));
            }
        });
    }

    private void save(Editing now, DraftContent typed, long version, DraftContent base) {
        try {
            switch (drafting.save(now.proposal, version, base, typed)) {
                case ProposalDrafting.Saved kept -> {
                    now.version = kept.version();
                    now.base = kept.content();
                    if (!kept.content().equals(typed)) {
                        now.form.show(kept.content());
                        Notices.done(words.get("proposal.stale.joined"));
                    }
                    head.setTitleText(title(kept.content().localized(DraftContent.TITLE)));
                    saved.saved(kept.at());
                }
                case ProposalDrafting.StaleDraft stale -> {
                    saved.notSaved(words.get("proposal.stale.first"));
                    choose(now, stale.mine(), stale.theirs(), stale.version(), stale.who(), stale.clashes());
                }
            }
        } catch (Refusal refusal) {
            saved.notSaved(refusal.problems().stream().map(words::get).collect(Collectors.joining(" ")));
        }
    }

    private void choose(
            Editing now,
            DraftContent mine,
            DraftContent theirs,
            long version,
            Optional<PersonName> who,
            List<String> clashes) {
        choosing.removeAll();
        // What only this side changed elsewhere is kept with whatever is chosen.
        var others = DraftContent.merge(now.base, mine, theirs).content();
        var ground = others;
        for (var field : clashes) {
            ground = ground.with(field, theirs.get(field));
        }
        choosing.add(new StalePanel(
                words,
                who.map(words::name).orElse(words.get("proposal.stale.somebody")),
                mine,
                ground,
                clashes,
                (field, text) -> readable(now.setting, field, text),
                chosen -> {
                    choosing.removeAll();
                    save(now, chosen, version, theirs);
                    now.form.show(now.base);
                }));
        choosing.scrollIntoView();
    }

    private String readable(FormSetting setting, String field, String text) {
        return switch (field) {
            case DraftContent.TYPE ->
                setting.call().stream()
                        .flatMap(c -> c.types().stream())
                        .filter(t -> t.sessionType().toString().equals(text))
                        .map(t -> words.text(t.name()))
                        .findFirst()
                        .orElse(text);
            case DraftContent.TOPICS ->
                setting.topics().stream()
                        .filter(t -> text.contains(t.key().toString()))
                        .map(t -> words.text(t.name()))
                        .collect(Collectors.joining(", "));
            default -> text;
        };
    }

    private void submit(ProposalState before) {
        editing.ifPresent(now -> {
            problems.clear();
            save();
            try {
                if (choosing.getChildren().findAny().isPresent()) {
                    choosing.scrollIntoView();
                } else {
                    var receipt = submission.submit(now.proposal);
                    show(now.proposal, true);
                    Notices.done(words.get(
                            before == ProposalState.DRAFT
                                    ? "proposal.submitted"
                                    : receipt.revision().isPresent()
                                            ? "proposal.submittedChanges"
                                            : "proposal.submittedSame"));
                }
            } catch (Refusal refusal) {
                Map<String, Component> fields = new HashMap<>(now.form.fields());
                getChildren()
                        .filter(Section.class::isInstance)
                        .flatMap(Component::getChildren)
                        .filter(ContributorsEditor.class::isInstance)
                        .forEach(people -> fields.put("contributors", people));
                problems.show(refusal, fields);
            }
            getChildren()
                    .flatMap(Component::getChildren)
                    .filter(c -> c.getId().filter("proposal-submit"::equals).isPresent())
                    .forEach(button -> ((Button) button).setEnabled(true));
        });
    }

    private void read(ProposalView view) {
        header(view, title(view.title()));
        add(text(view).withTimes());
        revisions(view);
    }

    private void header(ProposalView view, String title) {
        heading = title;
        var line = new Div(
                ProposalStates.badge(words, view.state()),
                new Span(view.code() + " · " + words.text(view.meeting().name())));
        line.addClassName("proposal-head");
        head = new PageHeader(title).with(line);
        add(head);
    }

    private ProposalText text(ProposalView view) {
        return new ProposalText(words, view, imports.notes(view.proposal()));
    }

    private void revisions(ProposalView view) {
        var revisions = reading.revisions(view.proposal());
        if (!revisions.isEmpty()) {
            add(new RevisionsPanel(
                    revisions, view.meeting().zone(), words.text(view.meeting().city()), words));
        }
    }

    private String title(LocalizedText title) {
        return title.isEmpty() ? words.get("proposal.untitled") : words.text(title);
    }
}

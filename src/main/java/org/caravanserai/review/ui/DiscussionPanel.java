package org.caravanserai.review.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.proposal.ProposalView;
import org.caravanserai.review.reviewing.Discussing;
import org.caravanserai.review.reviewing.DiscussionPost;
import org.caravanserai.review.reviewing.Mentions;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PersonText;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Folding;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;

/**
 * What the committee says to one another about a proposal. Typing {@code @} offers those who take part; whose name stands
 * behind one is called on. It follows what others post while it is open.
 */
class DiscussionPanel extends Section {

    private static final long serialVersionUID = 1L;
    private static final int PAUSE = 800;

    private final transient Words words;
    private final transient Discussing discussing;
    private final transient LiveUpdates updates;
    private final transient ProposalView proposal;
    private final transient List<Discussing.Participant> participants;
    private final Problems problems = new Problems();
    private final Div posts = new Div();
    private final TextArea text;
    private final ComboBox<Discussing.Participant> callOn = new ComboBox<>();
    private final Button send;
    private final Button leave;
    private transient Optional<Discussing.Post> changing = Optional.empty();
    private transient LiveUpdates.@Nullable Subscription subscription;

    DiscussionPanel(Words words, Discussing discussing, LiveUpdates updates, ProposalView proposal) {
        this.words = words;
        this.discussing = discussing;
        this.updates = updates;
        this.proposal = proposal;
        this.participants = discussing.participants(proposal.proposal());
        setId("discussion");
        addClassName("desk-discussion");
        posts.addClassName("desk-posts");
        posts.getElement().setAttribute("aria-live", "polite");
        text = new TextArea(words.get("desk.discussion.text"));
        text.setId("discussion-text");
        text.setHelperText(words.get("desk.discussion.help"));
        text.setMaxLength(DiscussionPost.LONGEST);
        text.setMinRows(3);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(PAUSE);
        text.getElement().addEventListener("keydown", e -> callOn.focus()).setFilter("event.key === '@'");
        callOn.setLabel(words.get("desk.discussion.mention"));
        callOn.setId("discussion-mention");
        // In whatever script and spelling a name is typed, whichever it is shown in.
        callOn.setItems(this::isCalled, participants);
        callOn.setItemLabelGenerator(p -> words.name(p.name()));
        callOn.setAutoOpen(true);
        callOn.addValueChangeListener(e -> {
            if (e.getValue() != null) {
                mention(e.getValue());
                callOn.clear();
            }
        });
        send = new Button(words.get("desk.discussion.post"), e -> send());
        send.setId("discussion-post");
        leave = new Button(words.get("desk.discussion.leave"), e -> write(Optional.empty()));
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        leave.setVisible(false);
        var actions = new Div(callOn, send, leave);
        actions.addClassName("desk-post-actions");
        add(new H2(words.get("desk.discussion")), posts, problems, text, actions);
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        subscription = updates.listen(Discussing.channel(proposal.proposal()), message -> ui.access(this::refresh));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
    }

    private void refresh() {
        try {
            var all = discussing.posts(proposal.proposal());
            posts.removeAll();
            if (all.isEmpty()) {
                posts.add(new Paragraph(words.get("desk.discussion.empty")));
            }
            all.forEach(post -> posts.add(card(post)));
            if (all.stream().anyMatch(Discussing.Post::unread)) {
                discussing.markRead(proposal.proposal(), all.getLast().at());
            }
        } catch (AccessDeniedException barred) {
            // She has been taken off the proposal while it was open.
            removeAll();
            add(new Paragraph(words.get("desk.discussion.barred")));
        }
    }

    private Component card(Discussing.Post post) {
        var head = new Div(
                new PersonText(post.name(), ""),
                new TimeText(
                        post.at(),
                        proposal.meeting().zone(),
                        words.text(proposal.meeting().city())));
        head.addClassName("desk-post-head");
        if (post.unread()) {
            head.add(new StatusBadge(words.get("desk.discussion.new"), Tone.ACTIVE));
        }
        var card = new Article(head);
        card.addClassName("desk-post");
        if (post.deleted()) {
            var gone = new Paragraph(words.get("desk.discussion.deleted"));
            gone.addClassName("desk-muted");
            card.add(gone);
            return card;
        }
        card.add(OtherReviews.text(post.text()));
        if (post.editedAt().isPresent()) {
            var edited = new Span(words.get("desk.discussion.edited"));
            edited.addClassName("desk-muted");
            card.add(edited);
        }
        if (post.changeable()) {
            var edit = new Button(words.get("desk.discussion.edit"), e -> write(Optional.of(post)));
            var delete = new Button(words.get("desk.discussion.delete"), e -> delete(post));
            for (var button : List.of(edit, delete)) {
                button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            }
            card.add(new Div(edit, delete));
        }
        return card;
    }

    private void mention(Discussing.Participant who) {
        var typed = text.getValue();
        var before = typed.endsWith("@") ? typed.substring(0, typed.length() - 1) : typed;
        var space = before.isEmpty() || before.endsWith(" ") || before.endsWith("\n") ? "" : " ";
        text.setValue(before + space + Mentions.of(who) + " ");
        text.focus();
    }

    private boolean isCalled(Discussing.Participant who, String typed) {
        var name = who.name();
        var known = String.join(" ", words.name(name), name.published(), name.nativeScript(), name.kana());
        return Folding.fold(known).contains(Folding.fold(typed));
    }

    private void write(Optional<Discussing.Post> post) {
        changing = post;
        text.setValue(post.map(Discussing.Post::text).orElse(""));
        send.setText(words.get(post.isPresent() ? "desk.discussion.change" : "desk.discussion.post"));
        leave.setVisible(post.isPresent());
        problems.clear();
        text.focus();
    }

    private void send() {
        var typed = text.getValue();
        try {
            changing.ifPresentOrElse(
                    post -> discussing.edit(
                            proposal.proposal(), post.key(), post.version(), typed, Mentions.in(typed, participants)),
                    () -> discussing.post(proposal.proposal(), typed, Mentions.in(typed, participants)));
            write(Optional.empty());
            refresh();
        } catch (Refusal refusal) {
            problems.show(refusal, Map.of("text", text));
        } catch (OptimisticLockingFailureException elsewhere) {
            Notices.warning(words.get("desk.discussion.stale"));
            refresh();
        }
    }

    private void delete(Discussing.Post post) {
        try {
            discussing.delete(proposal.proposal(), post.key());
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        refresh();
    }
}

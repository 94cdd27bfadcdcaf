package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.gathering.AppointmentId;
import org.caravanserai.gathering.notes.EditNotation;
import org.caravanserai.gathering.notes.NotesNews;
import org.caravanserai.gathering.notes.NotesPresence;
import org.caravanserai.gathering.notes.SharedNotes;
import org.caravanserai.platform.Ids;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.node.ArrayNode;

/** The custom element in which several people write one text. It hands over what each types and what the others have typed. */
@Tag("shared-notes")
@JsModule("context://scripts/shared-notes.js")
class NotesElement extends Component {

    private static final long serialVersionUID = 1L;

    private final transient SharedNotes notes;
    private final transient NotesPresence presence;
    private final transient LiveUpdates updates;
    private final transient AppointmentId appointment;
    private final LocalDate day;
    private final transient Words words;
    private final UUID client = Ids.next();
    private final UUID key;
    private long told;
    private transient List<LiveUpdates.Subscription> subscriptions = List.of();

    /** What the element begins with. */
    private record Begun(
            UUID key,
            UUID client,
            long revision,
            String text,
            boolean closed,
            String saved,
            int longest,
            Map<String, String> words) {}

    /** What the element hears; {@code refused} says why a change was not taken in, or nothing. */
    private record Heard(List<Edit> edits, @Nullable Whole whole, String saved, String refused) {}

    private record Edit(long revision, UUID client, long sequence, List<Object> steps) {}

    private record Whole(String text, long revision, long sequence) {}

    private record Here(UUID client, String name, boolean own) {}

    NotesElement(
            SharedNotes notes,
            NotesPresence presence,
            LiveUpdates updates,
            AppointmentId appointment,
            LocalDate day,
            Words words) {
        this.notes = notes;
        this.presence = presence;
        this.updates = updates;
        this.appointment = appointment;
        this.day = day;
        this.words = words;
        var found = notes.read(appointment, day);
        key = found.key();
        told = found.revision();
        setId("shared-notes");
        getElement()
                .executeJs(
                        "this.notes = $0",
                        new Begun(
                                key,
                                client,
                                found.revision(),
                                found.text(),
                                found.closed(),
                                saved(found.writtenAt()),
                                SharedNotes.LONGEST,
                                said()));
    }

    private Map<String, String> said() {
        return Map.of(
                "label", words.get("notes.text"),
                "help", words.get("notes.text.help"),
                "here", words.get("notes.here"),
                "you", words.get("notes.you", "{name}"),
                "saving", words.get("notes.saving"),
                "offline", words.get("notes.offline"),
                "count", words.get("notes.count", "{count}", SharedNotes.LONGEST));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        subscriptions = List.of(
                updates.listen(SharedNotes.channel(key), message -> {
                    if (message == SharedNotes.Part.TEXT) {
                        ui.access(this::tell);
                    }
                }),
                updates.listen(NotesPresence.channel(key), message -> ui.access(this::meet)),
                presence.enter(appointment, day, client));
        tell();
        meet();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscriptions.forEach(LiveUpdates.Subscription::end);
        subscriptions = List.of();
    }

    /** Tells the element what has been written since it was told last. */
    private void tell() {
        try {
            var news = notes.since(appointment, day, client, told);
            if (!news.edits().isEmpty() || news.whole().isPresent()) {
                call("hear", heard(news));
            }
        } catch (AccessDeniedException barred) {
            // She has been taken out of the appointment while it was open.
            removeFromParent();
        }
    }

    private void meet() {
        try {
            var present = presence.present(appointment, day);
            var mine = present.stream()
                    .filter(one -> one.client().equals(client))
                    .map(NotesPresence.Present::person)
                    .findFirst();
            call(
                    "meet",
                    present.stream()
                            .map(one -> new Here(
                                    one.client(),
                                    words.name(one.name()),
                                    mine.filter(one.person()::equals).isPresent()))
                            .toList());
        } catch (AccessDeniedException barred) {
            removeFromParent();
        }
    }

    private void call(String function, Object argument) {
        getElement()
                .executeJs("customElements.whenDefined('shared-notes').then(() => this[$0]($1))", function, argument);
    }

    @ClientCallable
    private Heard write(String window, int sequence, int base, ArrayNode edit) {
        try {
            return heard(notes.take(
                    appointment,
                    day,
                    new SharedNotes.Sent(UUID.fromString(window), sequence, base, EditNotation.read(edit))));
        } catch (Refusal refusal) {
            return new Heard(List.of(), null, "", words.get(refusal.problems().getFirst()));
        }
    }

    @ClientCallable
    private Heard since(String window, int revision) {
        return heard(notes.since(appointment, day, UUID.fromString(window), revision));
    }

    @ClientCallable
    private void stay() {
        presence.stay(appointment, day, client);
    }

    private Heard heard(NotesNews news) {
        if (!news.edits().isEmpty()) {
            told = Math.max(told, news.edits().getLast().revision());
        }
        news.whole().ifPresent(whole -> told = Math.max(told, whole.revision()));
        return new Heard(
                news.edits().stream()
                        .map(one ->
                                new Edit(one.revision(), one.client(), one.sequence(), EditNotation.list(one.edit())))
                        .toList(),
                news.whole()
                        .map(whole -> new Whole(whole.text(), whole.revision(), whole.sequence()))
                        .orElse(null),
                saved(news.writtenAt()),
                "");
    }

    private String saved(Optional<Instant> at) {
        return at.map(instant -> words.get("shell.savedAt", words.ownTime(instant)))
                .orElse("");
    }
}

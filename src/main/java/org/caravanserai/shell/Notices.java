package org.caravanserai.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import java.util.stream.Collectors;
import org.caravanserai.text.Refusal;

/** Quiet lines at the foot of the page: what was done, with Undo for ten seconds, and what was refused. */
public final class Notices {

    private static final int SHORT = 4_000;
    private static final int UNDO = 10_000;

    private Notices() {}

    /** Says that something is done. */
    public static void done(String sentence) {
        show(new Notification(), Tone.DONE, sentence).setDuration(SHORT);
    }

    /** Says that something is done, and offers for ten seconds to undo it. */
    public static void done(String sentence, Runnable undo) {
        done(sentence, Words.here().get("shell.undo"), undo);
    }

    /** Says that something is done, and offers for ten seconds to undo a part of it, which {@code label} names. */
    public static void done(String sentence, String label, Runnable undo) {
        var notification = show(new Notification(), Tone.DONE, sentence);
        notification.setDuration(UNDO);
        var button = new Button(label, e -> {
            e.getSource().setEnabled(false);
            notification.close();
            undo.run();
        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("notice-undo");
        notification.add(button);
    }

    /** Says what happened by somebody else's doing. It stays until it is closed. */
    public static void told(String sentence) {
        stays(Tone.ACTIVE, sentence);
    }

    /** Says why what was asked cannot be done. It stays until it is closed. */
    public static void refused(Refusal refusal) {
        warning(said(refusal));
    }

    /** Says why one of several things, which {@code name} tells from the others, cannot be done. It stays until it is closed. */
    public static void refused(String name, Refusal refusal) {
        warning(name + ": " + said(refusal));
    }

    private static String said(Refusal refusal) {
        var words = Words.here();
        return refusal.problems().stream().map(words::get).distinct().collect(Collectors.joining(" "));
    }

    /** Says something that must be read; it stays until it is closed. */
    public static void warning(String sentence) {
        stays(Tone.DANGER, sentence).setAssertive(true);
    }

    private static Notification stays(Tone tone, String sentence) {
        var notification = show(new Notification(), tone, sentence);
        notification.setDuration(0);
        var close = new Button(Words.here().get("shell.close"), e -> notification.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        notification.add(close);
        return notification;
    }

    private static Notification show(Notification notification, Tone tone, String sentence) {
        var line = new Div(Icons.of(tone.icon()), new Span(sentence));
        line.addClassNames("notice", tone.className());
        notification.add(line);
        notification.addClassName("notice-card");
        notification.setPosition(Position.BOTTOM_START);
        notification.open();
        return notification;
    }
}

package org.caravanserai.mail;

import java.time.Duration;
import java.util.UUID;
import org.caravanserai.people.AccountMessage;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.RoleMessageObsolete;
import org.caravanserai.text.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts into words what the owner of an account must hear, in the transaction that caused it. */
@Component
class AccountMail {

    /** Longer than the offer to undo stands on the screen. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final Messages messages;
    private final PeopleProperties properties;

    AccountMail(Outbox outbox, Messages messages, PeopleProperties properties) {
        this.outbox = outbox;
        this.messages = messages;
        this.properties = properties;
    }

    @EventListener
    void on(AccountMessage message) {
        switch (message) {
            case AccountMessage.VerificationRequested m ->
                queue(m, null, "verify", "/verify-email?token=" + m.secret().value(), m.name());
            case AccountMessage.RegisteredAgain m ->
                queue(m, m.person(), "again", "/forgot", m.email().value());
            case AccountMessage.ResetRequested m ->
                queue(
                        m,
                        m.person(),
                        "reset",
                        "/reset?token=" + m.secret().value(),
                        m.email().value());
            case AccountMessage.PasswordChanged m ->
                queue(m, m.person(), "changed", "/forgot", m.email().value());
            case AccountMessage.MoveRequested m ->
                queue(
                        m,
                        m.person(),
                        "move",
                        "/verify-email?move=" + m.secret().value(),
                        m.email().value());
            case AccountMessage.Moved m -> queue(m, m.person(), "moved", "", m.to().value());
            case AccountMessage.RoleOffered m ->
                outbox.queue(
                        message(m, null, m.meetingKey(), "offer", "/register", role(m, m.role()), m.meeting()),
                        m.cause(),
                        PAUSE);
            case AccountMessage.RoleGiven m ->
                outbox.queue(
                        message(m, m.person(), m.meetingKey(), "role", "/app/", role(m, m.role()), m.meeting()),
                        m.cause(),
                        PAUSE);
        }
    }

    /** A role that was taken back before its message left needs no message. */
    @EventListener
    void on(RoleMessageObsolete obsolete) {
        outbox.takeBack(obsolete.cause());
    }

    private String role(AccountMessage message, org.caravanserai.people.Role role) {
        return messages.get(message.language(), "people.role." + role.name());
    }

    private void queue(
            AccountMessage message, @Nullable PersonId person, String kind, String path, String... arguments) {
        outbox.queue(message(message, person, null, kind, path, arguments));
    }

    private Outbox.Message message(
            AccountMessage message,
            @Nullable PersonId person,
            @Nullable UUID meeting,
            String kind,
            String path,
            String... arguments) {
        var language = message.language();
        var prefix = "mail.account." + kind;
        return new Outbox.Message(
                message.email(),
                person,
                meeting,
                "account-" + kind,
                language,
                messages.get(language, prefix + ".subject", (Object[]) arguments),
                messages.get(language, prefix + ".text", (Object[]) arguments),
                path.isEmpty() ? "" : messages.get(language, prefix + ".action"),
                path.isEmpty() ? "" : properties.address(path));
    }
}

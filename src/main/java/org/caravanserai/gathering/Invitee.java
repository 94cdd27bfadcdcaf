package org.caravanserai.gathering;

import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;

/** Someone an appointment is made with. */
public sealed interface Invitee {

    /** The longest name of somebody invited by mail. */
    int LONGEST_NAME = 200;

    /** Whether the appointment cannot be without her. */
    boolean required();

    /** What she has said already, such as in the poll that closed. */
    Answer answer();

    /** Someone who has a profile. */
    record Known(PersonId person, boolean required, Answer answer) implements Invitee {}

    /**
     * Someone without an account, invited by mail. Her address is shown to nobody.
     *
     * @param name how she is called
     * @param language what she is written to in
     */
    record ByMail(String name, EmailAddress email, Language language, boolean required, Answer answer)
            implements Invitee {

        /** @throws Refusal if the name is missing or too long */
        public ByMail {
            name = Clean.line(name);
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                throw Refusal.at("name", "appointment.invitee.name", LONGEST_NAME);
            }
        }
    }

    /** Someone who is asked and needed. */
    static Invitee asked(PersonId person) {
        return new Known(person, true, Answer.OPEN);
    }

    /** Someone who has agreed to the time already. */
    static Invitee agreed(PersonId person) {
        return new Known(person, true, Answer.YES);
    }
}

package org.caravanserai.gathering.booking;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;

/**
 * Who books a slot.
 *
 * @param person her profile, if she is signed in
 * @param name how she is called
 * @param email where she is written to; empty for who is signed in
 * @param language in which she is written to
 * @param zone by whose clocks she reads
 * @param answers what she says to the questions, in their order
 */
record Visitor(
        Optional<PersonId> person,
        String name,
        Optional<EmailAddress> email,
        Language language,
        ZoneId zone,
        List<String> answers) {

    static final int LONGEST_NAME = 200;

    /** Someone who is signed in. */
    static Visitor known(PersonId person, String name, Language language, ZoneId zone, List<String> answers) {
        return new Visitor(Optional.of(person), name, Optional.empty(), language, zone, answers);
    }

    /**
     * Someone who is not, from what she typed.
     *
     * @throws Refusal with each reason at its field
     */
    static Visitor stranger(String name, String email, Language language, ZoneId zone, List<String> answers) {
        var problems = new ArrayList<Refusal.Problem>();
        var called = Clean.line(name);
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            problems.add(Refusal.Problem.at("name", "booking.name.wrong", LONGEST_NAME));
        }
        Optional<EmailAddress> address = Optional.empty();
        try {
            address = Optional.of(new EmailAddress(email));
        } catch (Refusal refusal) {
            refusal.problems()
                    .forEach(each -> problems.add(new Refusal.Problem("email", each.key(), each.arguments())));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return new Visitor(Optional.empty(), called, address, language, zone, answers);
    }

    /** What tells her from others: her profile, or her address. */
    String source() {
        return person.map(each -> each.value().toString())
                .orElseGet(() -> email.orElseThrow().value());
    }

    /** The same with answers that are clean, one for each question. */
    Visitor answering(List<String> questions) {
        var clean = new ArrayList<String>();
        for (int i = 0; i < questions.size(); i++) {
            var said = i < answers.size() ? Clean.line(answers.get(i)) : "";
            if (said.length() > BookingRules.LONGEST_ANSWER) {
                throw Refusal.at("answer" + i, "booking.long", BookingRules.LONGEST_ANSWER);
            }
            clean.add(said);
        }
        return new Visitor(person, name, email, language, zone, clean);
    }
}

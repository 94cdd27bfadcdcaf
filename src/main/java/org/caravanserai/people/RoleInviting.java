package org.caravanserai.people;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites many at once to a role: one address on each line, alone or after a name, as mail programs and spreadsheets give
 * them. Each line gets an answer of its own; one that cannot be read keeps no other from being taken.
 */
@Service
public class RoleInviting {

    /** The most lines that are taken at once. */
    public static final int MOST_LINES = 500;

    private static final int MOST_A_DAY = 2_000;
    private static final Pattern NAMED = Pattern.compile("\"?([^<>\"]*)\"?\\s*<([^<>]+)>[\\s,;]*");
    private static final Pattern BARE = Pattern.compile("([^<>\\s,;]+)[\\s,;]*");

    private final RoleAppointment appointment;
    private final RateLimits limits;

    RoleInviting(RoleAppointment appointment, RateLimits limits) {
        this.appointment = appointment;
        this.limits = limits;
    }

    /** What became of a line. */
    public enum Result {
        /** The address has an account: its person has the role now. */
        GIVEN,
        /** The role waits for whoever registers with the address. */
        OFFERED,
        /** She has the role already. */
        HELD,
        /** The role waits for the address already. */
        WAITS,
        /** The address stood on an earlier line. */
        REPEATED,
        /** The address has an account that cannot be used. */
        UNREACHABLE,
        /** There is no e-mail address on the line. */
        MALFORMED
    }

    /**
     * One line.
     *
     * @param number counted from 1 as it was pasted, empty lines too
     * @param text the line
     * @param result what became of it
     * @param person who has the role now; null unless {@link Result#GIVEN}
     * @param offer what waits now; null unless {@link Result#OFFERED}
     */
    public record Line(
            int number,
            String text,
            Result result,
            @org.jspecify.annotations.Nullable PersonId person,
            @org.jspecify.annotations.Nullable UUID offer) {}

    private record Addressed(String name, EmailAddress email) {}

    /**
     * Invites everyone on the lines.
     *
     * @throws Refusal if there are no lines, too many, or too many invitations in a day
     */
    @PreAuthorize("@access.organiser(#meeting) or @access.administrator()")
    @Transactional
    public List<Line> invite(UUID meeting, Role role, String pasted, Language language) {
        var lines = pasted.lines().toList();
        if (pasted.isBlank()) {
            throw Refusal.at("lines", "roles.invite.nothing");
        }
        if (lines.stream().filter(line -> !line.isBlank()).count() > MOST_LINES) {
            throw Refusal.at("lines", "roles.invite.many", MOST_LINES);
        }
        var seen = new HashSet<EmailAddress>();
        var report = new ArrayList<Line>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                report.add(invite(meeting, role, language, i + 1, lines.get(i), seen));
            }
        }
        return report;
    }

    /**
     * Undoes an invitation of many: what was given is taken and what waits is withdrawn. What has changed meanwhile stays.
     *
     * @return how many lines were undone
     */
    @PreAuthorize("@access.organiser(#meeting) or @access.administrator()")
    @Transactional
    public int undo(UUID meeting, Role role, List<Line> invited) {
        var undone = 0;
        for (var line : invited) {
            try {
                if (line.person() != null) {
                    appointment.take(meeting, line.person(), role);
                    undone++;
                } else if (line.offer() != null) {
                    appointment.withdraw(meeting, line.offer());
                    undone++;
                }
            } catch (Refusal meanwhile) {
                // Taken by the person, or taken back by another organiser: that is how it stays.
                continue;
            }
        }
        return undone;
    }

    private Line invite(
            UUID meeting, Role role, Language language, int number, String text, HashSet<EmailAddress> seen) {
        var line = Clean.line(text);
        var shown = Clean.cut(line, 200);
        var addressed = read(line);
        if (addressed.isEmpty()) {
            return new Line(number, shown, Result.MALFORMED, null, null);
        }
        if (!seen.add(addressed.get().email())) {
            return new Line(number, shown, Result.REPEATED, null, null);
        }
        if (!limits.tryTake("invitations of", actor(), MOST_A_DAY, Duration.ofDays(1))) {
            throw Refusal.of("roles.invite.often", MOST_A_DAY);
        }
        try {
            return switch (appointment.offer(
                    meeting, addressed.get().email(), addressed.get().name(), role, language)) {
                case RoleAppointment.Outcome.Given given -> new Line(number, shown, Result.GIVEN, given.person(), null);
                case RoleAppointment.Outcome.Offered offered ->
                    new Line(number, shown, Result.OFFERED, null, offered.offer());
                case RoleAppointment.Outcome.Held _ -> new Line(number, shown, Result.HELD, null, null);
                case RoleAppointment.Outcome.Waits _ -> new Line(number, shown, Result.WAITS, null, null);
            };
        } catch (Refusal unreachable) {
            return new Line(number, shown, Result.UNREACHABLE, null, null);
        }
    }

    private static Optional<Addressed> read(String line) {
        var named = NAMED.matcher(line);
        var bare = BARE.matcher(line);
        try {
            if (named.matches()) {
                return Optional.of(new Addressed(named.group(1).strip(), new EmailAddress(named.group(2))));
            }
            return bare.matches() ? Optional.of(new Addressed("", new EmailAddress(bare.group(1)))) : Optional.empty();
        } catch (Refusal malformed) {
            return Optional.empty();
        }
    }

    private static String actor() {
        return Actor.person().map(UUID::toString).orElse("system");
    }
}

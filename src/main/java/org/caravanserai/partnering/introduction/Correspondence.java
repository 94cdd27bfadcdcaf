package org.caravanserai.partnering.introduction;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.gathering.AppointmentId;
import org.caravanserai.gathering.AppointmentTime;
import org.caravanserai.gathering.Appointments;
import org.caravanserai.gathering.Invitee;
import org.caravanserai.gathering.NewAppointment;
import org.caravanserai.gathering.Place;
import org.caravanserai.partnering.directory.PartneringAccess;
import org.caravanserai.platform.Ids;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What two people who were introduced write to each other, here and nowhere else, so that neither tells an address. */
@Service
@PreAuthorize("@introductionAccess.open(#introduction)")
public class Correspondence {

    /** The most characters of a message. */
    public static final int LONGEST = 4_000;

    private static final int A_DAY = 60;
    private static final int SHOWN = 200;

    private final Introductions introductions;
    private final Appointments appointments;
    private final IntroductionMail mail;
    private final PartneringAccess access;
    private final LiveUpdates live;
    private final RateLimits limits;
    private final JdbcClient jdbc;
    private final Clock clock;

    Correspondence(
            Introductions introductions,
            Appointments appointments,
            IntroductionMail mail,
            PartneringAccess access,
            LiveUpdates live,
            RateLimits limits,
            JdbcClient jdbc,
            Clock clock) {
        this.introductions = introductions;
        this.appointments = appointments;
        this.mail = mail;
        this.access = access;
        this.live = live;
        this.limits = limits;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A message; {@code mine} if the acting person wrote it. */
    public record Message(boolean mine, String text, Instant at) {}

    /** Where views hear that there is something new between two people. */
    public static LiveUpdates.Channel channel(UUID introduction) {
        return new LiveUpdates.Channel("introduction", introduction);
    }

    /** The latest {@value #SHOWN} messages in the order in which they were written; they are read with this. */
    @Transactional
    public List<Message> read(UUID introduction) {
        var me = access.me().value();
        jdbc.sql("update introduction_message set read_at = ? where introduction = ? and sender <> ?"
                        + " and read_at is null")
                .params(Timestamp.from(clock.instant()), introduction, me)
                .update();
        return jdbc.sql("select sender, text, sent_at from introduction_message where introduction = ?"
                        + " order by sent_at desc, id desc limit " + SHOWN)
                .param(introduction)
                .query((row, i) -> new Message(
                        row.getObject(1, UUID.class).equals(me),
                        row.getString(2),
                        row.getTimestamp(3).toInstant()))
                .list()
                .reversed();
    }

    /**
     * Writes to the other. A mail tells of it, unless one has told of an earlier message that is not read yet.
     *
     * @throws Refusal if there is nothing or too much, or too much was written today
     */
    @Transactional
    public void write(UUID introduction, String text) {
        var clean = Clean.lines(text);
        if (clean.isEmpty()) {
            throw Refusal.at("message", "partner.message.missing");
        }
        if (clean.length() > LONGEST) {
            throw Refusal.at("message", "partner.long", LONGEST);
        }
        var me = access.me();
        if (!limits.tryTake("introduction-message", me.value().toString(), A_DAY, Duration.ofDays(1))) {
            throw Refusal.of("partner.often");
        }
        var between = introductions.findById(introduction).orElseThrow();
        if (unread(introduction, me.value()) == 0) {
            mail.written(between.meeting(), between.other(me), me);
        }
        jdbc.sql("insert into introduction_message (id, introduction, sender, text, sent_at) values (?, ?, ?, ?, ?)")
                .params(Ids.next(), introduction, me.value(), clean, Timestamp.from(clock.instant()))
                .update();
        live.send(channel(introduction), "message");
    }

    /**
     * Proposes to the other to meet at a time; she answers as she does every appointment.
     *
     * @return the appointment
     * @throws Refusal if something is missing or too much, or too many are asked
     */
    @Transactional
    public AppointmentId meet(UUID introduction, String title, Language language, Place place, AppointmentTime time) {
        var between = introductions.findById(introduction).orElseThrow();
        return appointments.propose(new NewAppointment(
                Optional.of(between.meeting()),
                title,
                "",
                language,
                place,
                time,
                List.of(Invitee.asked(between.other(access.me())))));
    }

    private int unread(UUID introduction, UUID sender) {
        return jdbc.sql("select count(*) from introduction_message where introduction = ? and sender = ?"
                        + " and read_at is null")
                .params(introduction, sender)
                .query(Integer.class)
                .single();
    }
}

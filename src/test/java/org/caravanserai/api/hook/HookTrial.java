package org.caravanserai.api.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.caravanserai.api.ApiScene;
import org.caravanserai.api.hook.MeetingHooks.Delivery;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.LocalWeb;
import org.caravanserai.text.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A meeting, its organiser, somebody who proposes to it, and a program that is told of it. */
final class HookTrial implements AutoCloseable {

    static final Set<HookEvent> ALL = EnumSet.copyOf(HookEvent.offered());

    private final MeetingHooks hooks;
    private final HookDelivering delivering;
    private final ApiScene scene;
    private final JdbcClient jdbc;
    private final LocalWeb web = LocalWeb.plain();
    private final ApiScene.Made made;
    private final PersonId organiser;
    private final PersonId proposer;

    HookTrial(MeetingHooks hooks, HookDelivering delivering, ApiScene scene, JdbcClient jdbc) {
        this.hooks = hooks;
        this.delivering = delivering;
        this.scene = scene;
        this.jdbc = jdbc;
        this.made = scene.meeting();
        this.organiser = scene.someone("ORGANISER Olim", made, Role.ORGANISER);
        this.proposer = scene.someone("AUTHOR Aigul", made);
    }

    ApiScene.Made made() {
        return made;
    }

    MeetingId meeting() {
        return made.meeting();
    }

    PersonId organiser() {
        return organiser;
    }

    PersonId proposer() {
        return proposer;
    }

    LocalWeb web() {
        return web;
    }

    String propose(String title) {
        return scene.propose(made, proposer, title);
    }

    MeetingHooks.Made make(Set<HookEvent> chosen) {
        return acting(() -> hooks.make(meeting(), web.address("/in"), chosen));
    }

    Refusal refusal(String address) {
        return catchThrowableOfType(Refusal.class, () -> hooks.make(meeting(), address, ALL));
    }

    List<MeetingHooks.Line> all() {
        return acting(() -> hooks.list(meeting()));
    }

    /** What the program was told of an event. */
    JsonNode told(String event) {
        return web.asked().stream()
                .filter(asked -> asked.header("Caravanserai-Event").orElse("").equals(event))
                .map(asked -> read(asked.body()))
                .findFirst()
                .orElseThrow();
    }

    /** What the log says of a webhook. */
    List<Delivery> told(UUID hook) {
        return all().stream()
                .filter(line -> line.key().equals(hook))
                .flatMap(line -> line.deliveries().stream())
                .toList();
    }

    /** The delivery, where there is one alone. */
    Delivery only() {
        return all().stream()
                .flatMap(line -> line.deliveries().stream())
                .findFirst()
                .orElseThrow();
    }

    int mails() {
        return jdbc.sql("select count(*) from outbox_message where kind = 'hook' and meeting = ?")
                .param(meeting().value())
                .query(Integer.class)
                .single();
    }

    /** Delivers until then: the application's own job may be quicker, and be at work when the test looks. */
    void until(BooleanSupplier reached) {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it never came").isLessThan(end);
            delivering.deliverDue();
        }
    }

    void acting(Runnable work) {
        Acting.as(organiser, work);
    }

    <T> T acting(Supplier<T> work) {
        return Acting.as(organiser, work);
    }

    static JsonNode read(String body) {
        return new JsonMapper().readTree(body);
    }

    @Override
    public void close() {
        acting(() -> hooks.list(meeting()).forEach(line -> hooks.remove(meeting(), line.key())));
        web.close();
    }
}

package org.caravanserai.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.caravanserai.access.World.Where;
import org.caravanserai.access.World.Who;
import org.caravanserai.agenda.SessionId;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.Internal;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whoever may do something in her own meeting, or to her own proposal, names a part of another's: every service method that
 * takes a meeting or a proposal together with a part of it is called so, and neither changes nor tells anything of the other.
 */
@IntegrationTest
// Some of what it calls does what it says, to what is the caller's own: others need a world in which nothing was done.
@DirtiesContext
class ForeignObjectsTest {

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    EntityManager entities;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void makeTheWorld() {
        Actor.asSystem(world::make);
    }

    @Test
    void noServiceTouchesAPartOfAnotherMeetingOrProposal() {
        var called = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        for (var service : context.getBeansWithAnnotation(Service.class).values()) {
            var type = AopUtils.getTargetClass(service);
            for (var method : type.getDeclaredMethods()) {
                if (isMixed(type, method)) {
                    called.add(type.getSimpleName() + "." + method.getName());
                    for (var who : List.of(Who.ORGANISER_OPEN, Who.CHAIR_OPEN, Who.PROPOSER_OPEN)) {
                        attempt(service, method, who).ifPresent(wrong::add);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(called)
                .contains(
                        "RoomSetUp.change",
                        "CallSetUp.removeQuestion",
                        "ContributorInviting.remove",
                        "ProposalFiles.remove")
                .hasSizeGreaterThan(20);
    }

    private static boolean isMixed(Class<?> type, Method method) {
        var parameters = List.of(method.getParameterTypes());
        return type.getName().startsWith("org.caravanserai.")
                && Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && !method.isAnnotationPresent(Internal.class)
                && !type.isAnnotationPresent(Internal.class)
                && (parameters.contains(MeetingId.class) || parameters.contains(ProposalId.class))
                && parameters.stream()
                        .anyMatch(p -> p == UUID.class || p == SessionId.class || Collection.class.isAssignableFrom(p));
    }

    /** What went wrong; empty if the other meeting is as it was and nothing was told of it. */
    private Optional<String> attempt(Object service, Method method, Who who) {
        var arguments =
                Arrays.stream(method.getParameters()).map(this::argument).toArray();
        return Acting.as(
                world.person(who),
                () -> transaction.execute(status -> {
                    status.setRollbackOnly();
                    var before = hidden();
                    @Nullable Object told = null;
                    try {
                        told = method.invoke(service, arguments);
                        entities.flush();
                    } catch (InvocationTargetException e) {
                        // Refused, in whatever words; what matters is that nothing has changed.
                        entities.clear();
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                    var name = who + ": " + method;
                    if (!hidden().equals(before)) {
                        return Optional.of(name + " changed the other meeting");
                    }
                    return String.valueOf(told).contains(World.HIDDEN_WORD)
                            ? Optional.of(name + " tells of the other meeting")
                            : Optional.<String>empty();
                }));
    }

    /** Every row of the hidden meeting that a key in the world stands for. */
    private Map<String, String> hidden() {
        var place = world.place(Where.HIDDEN);
        var rows = new TreeMap<String, String>();
        var keys = new TreeMap<>(Map.of(
                "room", place.room(),
                "topic", place.topic(),
                "session_type", place.sessionType(),
                "question", place.question(),
                "late_link", place.lateLink(),
                "contributor", place.contributor(),
                "proposal_file", place.file(),
                "decision", place.decision(),
                "session", place.session().value(),
                "proposal", place.proposal().value()));
        keys.forEach((table, key) -> rows.put(
                table,
                jdbc.queryForList("select * from " + table + " where id = ?", key)
                        .toString()));
        rows.put(
                "placement",
                jdbc.queryForList(
                                "select * from placement where meeting = ? order by id",
                                place.meeting().value())
                        .toString());
        assertThat(rows.values()).as("rows of %s", rows.keySet()).noneMatch("[]"::equals);
        return rows;
    }

    private @Nullable Object argument(Parameter parameter) {
        var hidden = world.place(Where.HIDDEN);
        var type = parameter.getType();
        if (type == MeetingId.class) {
            return world.place(Where.OPEN).meeting();
        }
        if (type == ProposalId.class) {
            return world.place(Where.OPEN).proposal();
        }
        if (type == SessionId.class) {
            return hidden.session();
        }
        if (type == UUID.class) {
            return key(parameter.getName());
        }
        if (Collection.class.isAssignableFrom(type)) {
            var keys = List.of(
                    hidden.decision(), hidden.proposal().value(), hidden.room(), hidden.topic(), hidden.question());
            return type == Set.class ? Set.copyOf(keys) : keys;
        }
        return sample(type);
    }

    private UUID key(String name) {
        var hidden = world.place(Where.HIDDEN);
        return switch (name) {
            case "room" -> hidden.room();
            case "topic" -> hidden.topic();
            case "type", "sessionType" -> hidden.sessionType();
            case "question" -> hidden.question();
            case "link" -> hidden.lateLink();
            case "contributor" -> hidden.contributor();
            case "file" -> hidden.file();
            case "decision" -> hidden.decision();
            default -> hidden.session().value();
        };
    }

    /** Some value of a type, so that a call gets as far as looking for the part. */
    private @Nullable Object sample(Class<?> type) {
        if (type == String.class) {
            return "x";
        }
        if (type == int.class || type == Integer.class) {
            return 10;
        }
        if (type == long.class || type == Long.class) {
            return 0L;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == byte[].class) {
            return new byte[] {1};
        }
        if (type == UUID.class) {
            return new UUID(7, 7);
        }
        if (type == LocalizedText.class) {
            return LocalizedText.english("Changed");
        }
        if (type == Instant.class) {
            return Instant.parse("2027-06-08T04:00:00Z");
        }
        if (type == LocalDate.class) {
            return LocalDate.of(2027, 6, 8);
        }
        if (type == LocalDateTime.class) {
            return LocalDate.of(2027, 6, 8).atStartOfDay();
        }
        if (type == ZoneId.class) {
            return ZoneId.of("Asia/Almaty");
        }
        if (type == PersonId.class) {
            return world.person(Who.NEWCOMER);
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == List.class || type == Collection.class) {
            return List.of();
        }
        if (type == Set.class) {
            return Set.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return type.isRecord() ? record(type) : null;
    }

    private @Nullable Object record(Class<?> type) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(
                    Arrays.stream(types).map(this::sample).toArray());
        } catch (ReflectiveOperationException e) {
            // Its rules refuse sample values: the method is called without it.
            return null;
        }
    }
}

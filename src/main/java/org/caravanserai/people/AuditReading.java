package org.caravanserai.people;

import jakarta.persistence.EntityManagerFactory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.NotAudited;
import org.caravanserai.text.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Administrators read the audit trail: newest first, each page beginning after the last entry of the one before. */
@Service
@Administrators
public class AuditReading {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SELECT = "select e.id, e.at, e.actor, e.action, e.object_type, e.object_key,"
            + " e.before_state, e.after_state, p.id, " + PersonNameColumns.of("p")
            + " from audit_entry e left join person p on p.id = e.actor";

    private final JdbcClient jdbc;
    private final Persons persons;
    private final Accounts accounts;
    private final EntityManagerFactory entities;

    AuditReading(JdbcClient jdbc, Persons persons, Accounts accounts, EntityManagerFactory entities) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.accounts = accounts;
        this.entities = entities;
    }

    /**
     * An entry.
     *
     * @param key its key
     * @param at when
     * @param actor who; empty for the system and for strangers
     * @param name the name of who; empty if there was nobody, or she is gone
     * @param action what happened, such as {@code changed}
     * @param type the type of the object, such as {@code Proposal}
     * @param object the object's key
     * @param changes what changed, by field
     */
    public record Line(
            UUID key,
            Instant at,
            Optional<UUID> actor,
            Optional<PersonName> name,
            String action,
            String type,
            UUID object,
            Map<String, Change> changes) {}

    /** A field as it was and as it is; empty where there was or is nothing. */
    public record Change(String before, String after) {}

    /** Where a page ends and the next begins. */
    public record Mark(Instant at, UUID key) {}

    /**
     * A page of entries.
     *
     * @param after the last entry of the page before; empty for the first page
     */
    @Transactional(readOnly = true)
    public List<Line> page(AuditFilter filter, Optional<Mark> after, int limit) {
        var parameters = new HashMap<String, Object>();
        var where = new StringBuilder(" where 1 = 1");
        filter.actor().ifPresent(actor -> {
            where.append(" and e.actor = :actor");
            parameters.put("actor", actor);
        });
        filter.object().ifPresent(object -> {
            where.append(" and e.object_key = :object");
            parameters.put("object", object);
        });
        if (!filter.type().isEmpty()) {
            where.append(" and e.object_type = :type");
            parameters.put("type", filter.type());
        }
        filter.from().ifPresent(from -> {
            where.append(" and e.at >= :from");
            parameters.put("from", from.atOffset(ZoneOffset.UTC));
        });
        filter.to().ifPresent(to -> {
            where.append(" and e.at < :to");
            parameters.put("to", to.atOffset(ZoneOffset.UTC));
        });
        return read(where, parameters, after, limit);
    }

    /** A page of what a person did, and of what was done to her, her profile and her account. */
    @Transactional(readOnly = true)
    public List<Line> about(PersonId person, Optional<Mark> after, int limit) {
        var parameters = new HashMap<String, Object>();
        var objects = new LinkedHashSet<UUID>();
        objects.add(person.value());
        accounts.findByPerson(person.value()).ifPresent(account -> objects.add(account.key()));
        parameters.put("person", person.value());
        parameters.put("objects", objects);
        return read(
                new StringBuilder(" where (e.actor = :person or e.object_key in (:objects))"),
                parameters,
                after,
                limit);
    }

    /** The types of objects whose changes are in the trail, by name. */
    @Transactional(readOnly = true)
    public List<String> types() {
        return entities.getMetamodel().getEntities().stream()
                .<Class<?>>map(type -> type.getJavaType())
                .filter(Aggregate.class::isAssignableFrom)
                .filter(type -> !type.isAnnotationPresent(NotAudited.class))
                .map(Class::getSimpleName)
                .sorted()
                .toList();
    }

    /** The name of a person that the trail is narrowed to; empty if she is gone. */
    @Transactional(readOnly = true)
    public Optional<PersonName> name(UUID person) {
        return persons.findById(person).map(Person::name);
    }

    private List<Line> read(StringBuilder where, Map<String, Object> parameters, Optional<Mark> after, int limit) {
        after.ifPresent(mark -> {
            where.append(" and (e.at < :markAt or e.at = :markAt and e.id < :markKey)");
            parameters.put("markAt", mark.at().atOffset(ZoneOffset.UTC));
            parameters.put("markKey", mark.key());
        });
        parameters.put("limit", limit);
        return jdbc.sql(SELECT + where + " order by e.at desc, e.id desc limit :limit")
                .params(parameters)
                .query((row, i) -> line(row))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        var known = Optional.ofNullable(row.getObject(9, UUID.class)).isPresent();
        return new Line(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject(3, UUID.class)),
                known ? Optional.of(PersonNameColumns.at(row, 10)) : Optional.empty(),
                row.getString(4),
                row.getString(5),
                row.getObject(6, UUID.class),
                changes(row.getString(7), row.getString(8)));
    }

    private static Map<String, Change> changes(String before, String after) {
        var was = fields(before);
        var is = fields(after);
        var names = new LinkedHashSet<>(was.keySet());
        names.addAll(is.keySet());
        var changes = new LinkedHashMap<String, Change>();
        names.forEach(name -> changes.put(name, new Change(was.getOrDefault(name, ""), is.getOrDefault(name, ""))));
        return changes;
    }

    /** The fields of a JSON object; what is no object, such as a word that a module recorded, stands under no name. */
    private static Map<String, String> fields(String state) {
        var fields = new LinkedHashMap<String, String>();
        if (state.isEmpty()) {
            return fields;
        }
        try {
            var node = JSON.readTree(state);
            if (node.isObject()) {
                node.propertyStream()
                        .forEach(field ->
                                fields.put(field.getKey(), field.getValue().asString()));
                return fields;
            }
        } catch (JacksonException notJson) {
            fields.put("", state);
            return fields;
        }
        fields.put("", state);
        return fields;
    }
}

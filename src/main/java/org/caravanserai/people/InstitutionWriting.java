package org.caravanserai.people;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.platform.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes many institutions at once, in the caller's transaction: new ones come in, changed ones are replaced, unchanged
 * ones cost nothing, and of those corrected by hand only what administrators cannot change.
 */
@Component
class InstitutionWriting {

    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final ApplicationEventPublisher events;

    InstitutionWriting(JdbcTemplate jdbc, NamedParameterJdbcTemplate named, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.named = named;
        this.events = events;
    }

    /** Where entries come from. A dump is newer than what is shipped, which never replaces it. */
    enum Source {
        SHIPPED,
        DUMP
    }

    /** What became of entries. */
    record Written(int added, int changed, int same, int kept) {

        static final Written NOTHING = new Written(0, 0, 0, 0);

        Written plus(Written other) {
            return new Written(added + other.added, changed + other.changed, same + other.same, kept + other.kept);
        }
    }

    private record Known(String fingerprint, boolean edited, Source source) {}

    /** Waits until no other process writes institutions, until the end of the transaction. */
    void lock() {
        jdbc.queryForList("select checksum from institution_source where id = 1 for update", String.class);
    }

    Written write(Collection<InstitutionEntry> entries, Source source) {
        var written = Written.NOTHING;
        var batch = new LinkedHashMap<String, InstitutionEntry>();
        for (var entry : entries) {
            batch.put(entry.ror().value(), entry);
            if (batch.size() == BATCH) {
                written = written.plus(batch(batch, source));
                batch.clear();
            }
        }
        return batch.isEmpty() ? written : written.plus(batch(batch, source));
    }

    private Written batch(Map<String, InstitutionEntry> entries, Source source) {
        var known = known(entries.keySet());
        var added = new ArrayList<InstitutionEntry>();
        var changed = new ArrayList<InstitutionEntry>();
        var kept = new ArrayList<InstitutionEntry>();
        int same = 0;
        for (var entry : entries.values()) {
            var before = known.get(entry.ror().value());
            if (before == null) {
                added.add(entry);
            } else if (before.fingerprint().equals(entry.fingerprint())
                    || (source == Source.SHIPPED && before.source() == Source.DUMP)) {
                same++;
            } else if (before.edited()) {
                kept.add(entry);
            } else {
                changed.add(entry);
            }
        }
        insert(added, source);
        update(changed, source);
        refresh(kept, source);
        parents(added, changed, kept);
        if (!added.isEmpty() || !changed.isEmpty() || !kept.isEmpty()) {
            events.publishEvent(new InstitutionsWritten());
        }
        return new Written(added.size(), changed.size(), same, kept.size());
    }

    private Map<String, Known> known(Collection<String> rors) {
        var known = new HashMap<String, Known>();
        named.query(
                "select ror, fingerprint, edited, source from institution where ror in (:rors)",
                Map.of("rors", rors),
                row -> {
                    known.put(
                            row.getString(1),
                            new Known(row.getString(2), row.getBoolean(3), Source.valueOf(row.getString(4))));
                });
        return known;
    }

    private void insert(List<InstitutionEntry> entries, Source source) {
        jdbc.batchUpdate(
                "insert into institution (state, country, city, latitude, longitude, types, name, printed_name, aliases,"
                        + " acronyms, website, sort_key, search_key, source, fingerprint, ror, id, version, edited)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, false)",
                entries.stream().map(entry -> row(entry, source, Ids.next())).toList(),
                rowTypes(true));
    }

    private void update(List<InstitutionEntry> entries, Source source) {
        jdbc.batchUpdate(
                "update institution set state = ?, country = ?, city = ?, latitude = ?, longitude = ?, types = ?, name = ?,"
                        + " printed_name = ?, aliases = ?, acronyms = ?, website = ?, sort_key = ?, search_key = ?,"
                        + " source = ?, fingerprint = ?, version = version + 1 where ror = ?",
                entries.stream().map(entry -> row(entry, source, null)).toList(),
                rowTypes(false));
    }

    private void refresh(List<InstitutionEntry> entries, Source source) {
        jdbc.batchUpdate(
                "update institution set state = ?, country = ?, latitude = ?, longitude = ?, types = ?, source = ?,"
                        + " fingerprint = ?, version = version + 1 where ror = ?",
                entries.stream()
                        .map(entry -> new Object[] {
                            entry.state().name(),
                            entry.country(),
                            entry.latitude(),
                            entry.longitude(),
                            InstitutionEntry.types(entry.types()),
                            source.name(),
                            entry.fingerprint(),
                            entry.ror().value()
                        })
                        .toList(),
                new int[] {
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.DOUBLE,
                    Types.DOUBLE,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR
                });
    }

    @SafeVarargs
    private void parents(List<InstitutionEntry>... written) {
        var children = new ArrayList<Object[]>();
        var links = new ArrayList<Object[]>();
        for (var entries : written) {
            for (var entry : entries) {
                children.add(new Object[] {entry.ror().value()});
                entry.parents()
                        .forEach(parent -> links.add(new Object[] {entry.ror().value(), parent.value()}));
            }
        }
        jdbc.batchUpdate("delete from institution_parent where child = ?", children);
        jdbc.batchUpdate("insert into institution_parent (child, parent) values (?, ?)", links);
    }

    private static Object[] row(InstitutionEntry entry, Source source, @org.jspecify.annotations.Nullable UUID key) {
        var row = new ArrayList<@org.jspecify.annotations.Nullable Object>(java.util.Arrays.asList(
                entry.state().name(),
                entry.country(),
                entry.city(),
                entry.latitude(),
                entry.longitude(),
                InstitutionEntry.types(entry.types()),
                entry.name().toJson(),
                entry.printedName(),
                LinesConverter.join(entry.aliases()),
                LinesConverter.join(entry.acronyms()),
                entry.website(),
                InstitutionEntry.sortKey(entry.printedName()),
                entry.searchKey(),
                source.name(),
                entry.fingerprint(),
                entry.ror().value()));
        if (key != null) {
            row.add(key);
        }
        return row.toArray();
    }

    private static int[] rowTypes(boolean withKey) {
        var types = new int[withKey ? 17 : 16];
        java.util.Arrays.fill(types, Types.VARCHAR);
        types[3] = Types.DOUBLE;
        types[4] = Types.DOUBLE;
        if (withKey) {
            types[16] = Types.OTHER;
        }
        return types;
    }
}

package org.caravanserai.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.caravanserai.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class BackupTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-06-08T03:00:00Z"), ZoneOffset.UTC);
    private static final UUID PERSON = new UUID(-1, 1);
    private static final UUID PROPOSAL = new UUID(1, 2);
    private static final UUID FOR = new UUID(7, 3);
    private static final UUID FILE = new UUID(5, 5);

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void fromEitherDatabaseIntoEitherEverythingIsTheSame(boolean fromPostgres, boolean toPostgres) throws Exception {
        var from = used(fromPostgres);
        var written = of(from).write(folder.resolve("a.zip"));
        var to = empty(toPostgres);

        of(to).restore(folder.resolve("a.zip"));

        var again = of(to).write(folder.resolve("b.zip"));
        assertThat(sums(again)).isEqualTo(sums(written)).hasSizeGreaterThan(60);
        var there = JdbcClient.create(to);
        assertThat(there.sql("select published from person where id = ?")
                        .param(PERSON)
                        .query(String.class)
                        .single())
                .isEqualTo("Gʻulnora \"ʻOno\" 小野\n\t🐫 \\ Ž");
        assertThat(there.sql("select bytes from stored_piece where file_id = ?")
                        .param(FILE)
                        .query((row, n) -> row.getBytes(1))
                        .single())
                .isEqualTo(new byte[] {0, -1, 10, 34});
        assertThat(there.sql("select for_session from proposal where id = ?")
                        .param(PROPOSAL)
                        .query(UUID.class)
                        .single())
                .as("what points at a row that comes later")
                .isEqualTo(FOR);
    }

    @Test
    void theNextNumberIsBehindThoseThatAreThere() throws Exception {
        var from = used(false);
        of(from).write(folder.resolve("a.zip"));
        for (var to : new DataSource[] {empty(false), empty(true)}) {
            of(to).restore(folder.resolve("a.zip"));
            var there = JdbcClient.create(to);
            there.sql("insert into search_change (mark, kind, object, changed_at) values (?, 'PERSON', ?,"
                            + " current_timestamp)")
                    .params(PERSON, PERSON)
                    .update();
            assertThat(there.sql("select max(number) from search_change")
                            .query(Long.class)
                            .single())
                    .isEqualTo(42L);
        }
    }

    @Test
    void aDatabaseInUseIsLeftAlone() throws Exception {
        of(used(false)).write(folder.resolve("a.zip"));
        var inUse = used(false);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(inUse).restore(folder.resolve("a.zip")))
                .withMessageContaining("in use");

        assertThat(persons(inUse)).isEqualTo(1);
    }

    @Test
    void whatWasChangedInABackupIsNotRestored() throws Exception {
        of(used(false)).write(folder.resolve("a.zip"));
        try (var zip = FileSystems.newFileSystem(
                URI.create("jar:" + folder.resolve("a.zip").toUri()), Map.of())) {
            var persons = zip.getPath("/tables/person.jsonl");
            Files.writeString(persons, Files.readString(persons).replace("小野", "大野"));
        }
        var empty = empty(false);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(empty).restore(folder.resolve("a.zip")))
                .withMessageContaining("damaged: person");

        assertThat(persons(empty)).isZero();
    }

    @Test
    void noFileIsOverwrittenAndWhatIsNoBackupIsSaidToBeNone() throws Exception {
        var taken = Files.writeString(folder.resolve("a.zip"), "mine", StandardCharsets.UTF_8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(used(false)).write(taken))
                .withMessageContaining("exists");
        assertThat(taken).hasContent("mine");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(empty(false)).write(folder.resolve("b.zip")))
                .withMessageContaining("empty");

        var other = folder.resolve("c.zip");
        try (var zip = FileSystems.newFileSystem(URI.create("jar:" + other.toUri()), Map.of("create", "true"))) {
            Files.writeString(zip.getPath("/hello"), "");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(empty(false)).restore(other))
                .withMessageContaining("no backup");
        try (var there = Files.list(folder)) {
            assertThat(there.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("a.zip", "c.zip");
        }
    }

    @Test
    void theTwoOptionsOpenTheDatabaseAlone() throws IOException {
        var from = "jdbc:h2:file:" + folder.resolve("from");
        var to = "jdbc:h2:file:" + folder.resolve("to");
        fill(migrated(new DriverManagerDataSource(from, "sa", "")));
        var file = folder.resolve("whole.zip");

        assertThat(BackupCommand.isAskedFor(new String[] {"--server.port=0"})).isFalse();
        assertThat(run(from, "backup", file)).isZero();
        assertThat(run(to, "restore", file)).isZero();
        assertThat(persons(new DriverManagerDataSource(to, "sa", ""))).isEqualTo(1);
        assertThat(run(to, "restore", file)).as("into one that is in use").isEqualTo(1);
        assertThat(run(to, "restore", folder.resolve("none.zip"))).isEqualTo(1);
    }

    private static int run(String database, String what, Path file) {
        var args = new String[] {
            "--spring.datasource.url=" + database,
            "--spring.datasource.username=sa",
            "--spring.datasource.password=",
            "--caravanserai." + what + "=" + file
        };
        assertThat(BackupCommand.isAskedFor(args)).isTrue();
        return BackupCommand.run(args);
    }

    private static Map<String, String> sums(Manifest manifest) {
        return manifest.tables().stream()
                .collect(Collectors.toMap(Manifest.Table::name, table -> table.rows() + " " + table.checksum()));
    }

    private static long persons(DataSource database) {
        return JdbcClient.create(database)
                .sql("select count(*) from person")
                .query(Long.class)
                .single();
    }

    private static Backup of(DataSource database) {
        return new Backup(database, flyway(database), CLOCK);
    }

    private static Flyway flyway(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .load();
    }

    private static DataSource empty(boolean postgres) {
        return postgres
                ? new DriverManagerDataSource(TestDatabase.newPostgres(), "postgres", "postgres")
                : new DriverManagerDataSource(TestDatabase.newH2(), "sa", "");
    }

    private static DataSource used(boolean postgres) throws SQLException {
        return fill(migrated(empty(postgres)));
    }

    private static DataSource migrated(DataSource database) {
        flyway(database).migrate();
        return database;
    }

    private static DataSource fill(DataSource database) {
        var to = JdbcClient.create(database);
        var key = new UUID(9, 9);
        to.sql("insert into person (id, version, code, published, family, given, name_order, native_script, kana,"
                        + " patronymic, salutation, degree, academic_rank, affiliation, orcid, country, zone, language,"
                        + " languages, interests, biography, search_key) values (?, 3, 'ABCDEF', ?, '', '', 'GIVEN_FIRST',"
                        + " '', '', '', 'NONE', 'NONE', 'NONE', '', '', 'UZ', 'Asia/Tashkent', 'UZ', '', '', '', '')")
                .params(PERSON, "Gʻulnora \"ʻOno\" 小野\n\t🐫 \\ Ž")
                .update();
        to.sql("insert into account (id, version, person, email, password_hash, verified_at, disabled, created_at)"
                        + " values (?, 0, ?, 'g@example.org', '', timestamp with time zone"
                        + " '2027-03-28 01:30:00.123456+00', true, timestamp with time zone '1969-12-31 23:59:59+09')")
                .params(key, PERSON)
                .update();
        to.sql("insert into series (id, version, slug, name) values (?, 0, 's', '{}')")
                .param(key)
                .update();
        to.sql("insert into meeting (id, version, slug, series, name, description, first_day, last_day, zone, city,"
                        + " languages, open) values (?, 0, 'm', ?, '{}', '', date '2027-06-08', date '2027-06-11',"
                        + " 'Asia/Almaty', '{}', 'en', false)")
                .params(key, key)
                .update();
        to.sql("insert into session_type (id, version, meeting, type_key, name, kind, minutes, may_hold_talks,"
                        + " type_position) values (?, 0, ?, 'talk', '{}', 'TALK', 20, false, 0)")
                .params(key, key)
                .update();
        proposal(to, FOR, "FORFOR", null);
        proposal(to, PROPOSAL, "TALKTA", FOR);
        to.sql("insert into stored_piece (file_id, piece, bytes) values (?, 0, ?)")
                .params(FILE, new byte[] {0, -1, 10, 34})
                .update();
        to.sql("insert into search_change (number, mark, kind, object, changed_at) values (41, ?, 'PERSON', ?,"
                        + " current_timestamp)")
                .params(key, PERSON)
                .update();
        return database;
    }

    private static void proposal(JdbcClient to, UUID id, String code, @Nullable UUID sessionFor) {
        to.sql("insert into proposal (id, version, meeting, code, proposer, session_type, title, abstract_text, topics,"
                        + " minutes, talk_language, slide_language, expected_audience, for_session, state, created_at,"
                        + " changed_at, search_key) values (?, 0, ?, ?, ?, ?, '{}', '', '', 20, 'en', 'en', 0, ?, 'DRAFT',"
                        + " current_timestamp, current_timestamp, '')")
                .params(id, new UUID(9, 9), code, PERSON, new UUID(9, 9))
                .param(sessionFor)
                .update();
    }
}

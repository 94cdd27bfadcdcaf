package org.caravanserai.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.Ids;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Folding;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The indexes of two processes on one database, each in a part of one folder. */
@IntegrationTest
class SeveralProcessesTest {

    @TempDir
    Path folder;

    @Autowired
    ChangeLog log;

    @Autowired
    IndexUpdate update;

    @Autowired
    IndexMaking making;

    @Autowired
    Persons persons;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final List<SearchIndex> open = new ArrayList<>();

    /** A word that stands nowhere else. */
    private String word = "";

    @BeforeEach
    void aWord() {
        word = Folding.fold("q" + Ids.code().toLowerCase(Locale.ROOT).replaceAll("[0-9]", "z") + "v");
    }

    @AfterEach
    void close() throws IOException {
        for (var index : open) {
            index.close();
        }
    }

    @Test
    void whatOneProcessCommitsTheOtherFinds() throws IOException {
        var one = made();
        var other = made();
        var person = named(word);

        assertThat(found(one)).isEqualTo(1);
        assertThat(found(other)).isEqualTo(1);

        rename(person, "Somebody else");
        assertThat(found(one)).isZero();
        assertThat(found(other)).isZero();
    }

    @Test
    void aProcessThatWasStoppedCatchesUpWhenItStarts() throws IOException {
        var stopped = made();
        stopped.close();
        named(word);

        var started = index();
        assertThat(started.open(folder)).as("it opens what it left").isTrue();
        assertThat(found(started)).isEqualTo(1);
    }

    @Test
    void aLineThatIsCommittedAfterALaterOneIsStillTakenIn() throws Exception {
        var index = made();
        var noted = new CountDownLatch(1);
        var seen = new CountDownLatch(1);
        var slow = Thread.ofVirtual()
                .start(() -> Actor.asSystem(() -> transaction.executeWithoutResult(t -> {
                    persons.saveAndFlush(new Person(PersonName.published("Slow " + word)));
                    noted.countDown();
                    await(seen);
                })));
        await(noted);
        named("Fast");
        assertThat(found(index)).as("not committed yet").isZero();
        seen.countDown();
        slow.join();

        assertThat(found(index)).isEqualTo(1);
    }

    @Test
    void anIndexOfAnotherDatabaseIsNotUsed() throws IOException {
        var index = made();
        index.close();
        jdbc.sql("update search_change set mark = ? where number = (select max(number) from search_change"
                        + " where kind = 'MARK')")
                .param(Ids.next())
                .update();

        assertThat(index().open(folder)).isFalse();
    }

    @Test
    void aBrokenIndexIsNotUsedAndCanBeMadeAnew() throws IOException {
        var index = made();
        index.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(f -> f.getFileName().toString().startsWith("segments"))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        var started = index();

        assertThat(started.open(folder)).isFalse();
        named(word);
        started.make((done, total) -> true);
        assertThat(found(started)).isEqualTo(1);
    }

    @Test
    void whileAnIndexIsMadeAnewTheOneBeforeAnswersAndCancellingKeepsIt() throws IOException {
        var index = made();
        named(word);
        var asked = new ArrayList<Integer>();

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> index.make((done, total) -> {
                    asked.add(found(index));
                    return asked.size() < 3;
                }))
                .isInstanceOf(IndexMaking.Cancelled.class);

        assertThat(asked).containsOnly(1);
        assertThat(found(index)).isEqualTo(1);
        try (var parts = Files.list(folder.resolve("1"))) {
            assertThat(parts.filter(Files::isDirectory))
                    .as("nothing is left of it")
                    .hasSize(1);
        }
    }

    @Test
    void manyChangesAtOnceAreNotWaitedForButAreTakenInBehind() throws IOException {
        var index = made();
        Actor.asSystem(() -> transaction.executeWithoutResult(t -> {
            for (int i = 0; i < 320; i++) {
                persons.save(new Person(PersonName.published(word + " " + i)));
            }
        }));

        assertThat(index.ask(searcher -> 0).orElseThrow().whole()).isFalse();
        var parts = new AtomicInteger();
        assertThat(index.catchUp(() -> parts.incrementAndGet() > 1)).isFalse();
        assertThat(index.ask(searcher -> 0).orElseThrow().whole())
                .as("what is left for later when the application ends")
                .isFalse();
        assertThat(index.catchUp(() -> false)).isFalse();
        assertThat(found(index)).isEqualTo(320);
    }

    private SearchIndex index() {
        var index = new SearchIndex(log, update, making);
        open.add(index);
        return index;
    }

    private SearchIndex made() throws IOException {
        var index = index();
        index.open(folder);
        index.make((done, total) -> true);
        return index;
    }

    private int found(SearchIndex index) {
        return index.ask(searcher -> searcher.count(new TermQuery(new Term(Documents.TITLE, word))))
                .orElseThrow()
                .found();
    }

    private Person named(String name) {
        return Actor.asSystem(() -> persons.save(new Person(PersonName.published(name))));
    }

    private void rename(Person person, String name) {
        Actor.asSystem(() -> transaction.executeWithoutResult(
                t -> persons.findById(person.key()).orElseThrow().rename(PersonName.published(name))));
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("It does not come");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

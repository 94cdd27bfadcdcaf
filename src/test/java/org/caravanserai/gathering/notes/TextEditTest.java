package org.caravanserai.gathering.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.caravanserai.gathering.notes.TextEdit.Step;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;

class TextEditTest {

    private static final int CASES = 20_000;

    @Test
    void twoChangesAtOnceGiveOneTextWhicheverIsMadeFirst() {
        for (int seed = 0; seed < CASES; seed++) {
            var random = new RandomEdits(seed);
            var text = random.text(12);
            var first = random.of(text);
            var second = random.of(text);

            var moved = TextEdit.transform(first, second);

            assertThat(moved.second().applyTo(first.applyTo(text)))
                    .as("seed " + seed)
                    .isEqualTo(moved.first().applyTo(second.applyTo(text)));
        }
    }

    @Test
    void nothingThatWasTypedIsLost() {
        for (int seed = 0; seed < CASES; seed++) {
            var random = new RandomEdits(seed);
            var text = random.text(12);
            var first = random.of(text);
            var second = random.of(text);
            var together = TextEdit.transform(first, second).second().applyTo(first.applyTo(text));

            for (var edit : List.of(first, second)) {
                for (var step : edit.steps()) {
                    if (step instanceof Step.Insert insert) {
                        assertThat(together).as("seed " + seed).contains(insert.text());
                    }
                }
            }
        }
    }

    @Test
    void ofTwoInsertionsAtOnePlaceThatOfTheFirstStandsFirst() {
        var first = edit(new Step.Keep(1), new Step.Insert("one"), new Step.Keep(1));
        var second = edit(new Step.Keep(1), new Step.Insert("two"), new Step.Keep(1));

        var moved = TextEdit.transform(first, second);

        assertThat(moved.second().applyTo(first.applyTo("[]"))).isEqualTo("[onetwo]");
    }

    @Test
    void whatIsTypedWithinWhatAnotherTakesOutStays() {
        var taken = edit(new Step.Delete(6));
        var typed = edit(new Step.Keep(3), new Step.Insert("!"), new Step.Keep(3));

        assertThat(TextEdit.transform(taken, typed).second().applyTo("")).isEqualTo("!");
    }

    @Test
    void aChangeHasOneForm() {
        assertThat(edit(new Step.Delete(1), new Step.Insert("a"), new Step.Delete(2), new Step.Keep(0)))
                .isEqualTo(edit(new Step.Insert("a"), new Step.Delete(3)));
    }

    @Test
    void noChangeSplitsACharacter() {
        assertThatThrownBy(() -> edit(new Step.Keep(1), new Step.Insert("x"), new Step.Keep(1))
                        .applyTo("😀"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> edit(new Step.Delete(1), new Step.Keep(1)).applyTo("😀"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> edit(new Step.Keep(3)).applyTo("ab")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TextEdit.transform(edit(new Step.Keep(3)), edit(new Step.Keep(2))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void changesTravelAsLists() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new RandomEdits(seed);
            var edit = random.of(random.text(12));
            assertThat(EditNotation.read(EditNotation.write(edit))).isEqualTo(edit);
        }
        for (var wrong : List.of("[0]", "[1.5]", "[null]", "[[1]]", "[2147483647, 2147483647]")) {
            assertThatThrownBy(() -> EditNotation.read(wrong)).as(wrong).isInstanceOf(Refusal.class);
        }
    }

    /**
     * Several people type at once over lines that deliver late and break: a message from a server arrives at some time after
     * those before it, one to the server perhaps twice. When all has arrived, all see the server's text.
     */
    @Test
    void allWhoTypeAtOnceSeeOneTextAtTheEnd() {
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new RandomEdits(seed);
            var start = random.text(10);
            var server = new Server(start);
            var writers = new ArrayList<Writer>();
            for (int i = 2 + random.upTo(3); i > 0; i--) {
                writers.add(new Writer(start));
            }
            for (int turn = 0; turn < 60; turn++) {
                writers.get(random.upTo(writers.size() - 1)).act(random, server);
            }
            for (int turn = 0; turn < 200; turn++) {
                writers.forEach(writer -> writer.finish(server));
            }
            for (var writer : writers) {
                assertThat(writer.text).as("seed " + seed).isEqualTo(server.text);
                assertThat(writer.pending).isEmpty();
            }
            assertThat(server.text
                                    .chars()
                                    .filter(c -> Character.isSurrogate((char) c))
                                    .count()
                            % 2)
                    .isZero();
        }
    }

    private static TextEdit edit(Step... steps) {
        return new TextEdit(List.of(steps));
    }

    /** Orders changes as the notes do. */
    private static final class Server {

        private String text;
        private final List<Taken> log = new ArrayList<>();

        record Taken(Writer writer, long sequence, TextEdit edit) {}

        Server(String text) {
            this.text = text;
        }

        void take(Writer writer, long sequence, int base, TextEdit sent) {
            if (log.stream().anyMatch(taken -> taken.writer() == writer && taken.sequence() >= sequence)) {
                return;
            }
            var edit = sent;
            for (var earlier : log.subList(base, log.size())) {
                edit = TextEdit.transform(earlier.edit(), edit).second();
            }
            text = edit.applyTo(text);
            log.add(new Taken(writer, sequence, edit));
        }
    }

    /** Somebody who types, with at most one change on its way. */
    private static final class Writer {

        private String text;
        private int revision;
        private long sequence;
        private boolean sent;
        private boolean connected = true;
        private final Deque<TextEdit> pending = new ArrayDeque<>();

        Writer(String text) {
            this.text = text;
        }

        void act(RandomEdits random, Server server) {
            switch (random.upTo(6)) {
                case 0, 1, 2 -> {
                    var edit = random.upTo(3) == 0 ? random.of(text) : random.typing(text);
                    text = edit.applyTo(text);
                    pending.add(edit);
                }
                case 3 -> send(server);
                case 4, 5 -> hear(server);
                default -> connected = !connected;
            }
        }

        void finish(Server server) {
            connected = true;
            send(server);
            hear(server);
        }

        /** Also what is on its way already is sent again: its answer may have been lost. */
        private void send(Server server) {
            if (connected && !pending.isEmpty()) {
                if (!sent) {
                    sequence++;
                    sent = true;
                }
                server.take(this, sequence, revision, pending.getFirst());
            }
        }

        private void hear(Server server) {
            if (!connected || revision == server.log.size()) {
                return;
            }
            var news = server.log.get(revision++);
            if (news.writer() == this) {
                pending.removeFirst();
                sent = false;
                return;
            }
            var edit = news.edit();
            var own = new ArrayList<>(pending);
            pending.clear();
            for (var mine : own) {
                var moved = TextEdit.transform(edit, mine);
                edit = moved.first();
                pending.add(moved.second());
            }
            text = edit.applyTo(text);
        }
    }
}

package org.caravanserai.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;

class JoinedScriptsTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void aScriptComesAfterThoseItImportsEachOnceAndOnlyItsOwnNamesAreExported() throws IOException {
        script("words.js", "export const hello = 1;\n");
        script("parts.js", "import { hello } from \"./words.js\";\nconst all = [];\nexport class Part {}\n");
        script("whole.js", """
                import { hello } from "./words.js";
                import { Part } from "./parts.js";
                export const whole = new Part(hello);
                """);

        assertThat(joined("whole.js"))
                .isEqualTo("const hello=1;const all=[];class Part{}\nexport const whole=new Part(hello);");
    }

    @Test
    void commentsAndSpaceThatSayNothingAreLeftOut() throws IOException {
        script("a.js", """
                // What it is for.
                class A {
                  #count = 0;

                  /** Adds
                   *  one. */
                  add(one, { two }) {
                    return [
                      this.#count + one,
                      two
                    ]
                  }
                }
                """);

        assertThat(joined("a.js"))
                .isEqualTo("class A{#count=0;add(one,{two}){return [this.#count + one,two\n]\n}\n}\n");
    }

    @Test
    void textsTemplatesAndRegularExpressionsStayAsTheyAre() throws IOException {
        script("a.js", """
                const a = "one,  two; (three) {";
                const b = `at ${ a } , ;`;
                const c = /[;,] +/u;
                const d = 'say "x ; y"';
                """);

        assertThat(joined("a.js")).isEqualTo("""
                const a="one,  two; (three) {";const b = `at ${ a } , ;`;
                const c = /[;,] +/u;
                const d = 'say "x ; y"';
                """);
    }

    private void script(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String joined(String name) throws IOException {
        return JoinedScripts.joined(new FileSystemResource(folder.resolve(name)));
    }
}

package org.caravanserai.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;

/** What becomes of our scripts and style sheets on their way out. */
class SentFilesTest {

    private static final Pattern AT_THE_TOP =
            Pattern.compile("(?m)^(?:export )?(?:async )?(?:const|let|function|class) (\\w+)");

    @Test
    void aScriptComesWithAllItImportsInOneFile() throws IOException {
        var sent = sent(new JoinedScripts(), "scripts/agenda-board.js");

        assertThat(sent)
                .contains("customElements.define(\"agenda-board\"", "class Grid", "class BoardModel")
                .doesNotContain("export class", "from \"./", "// The agenda board");
    }

    @Test
    void anAddressChangesWithWhateverIsSentUnderIt() throws Exception {
        var sent = MessageDigest.getInstance("SHA-256")
                .digest(sent(new JoinedScripts(), "scripts/agenda-board.js").getBytes(UTF_8));
        assertThat(new Assets().hash("/scripts/agenda-board.js"))
                .contains(HexFormat.of().formatHex(sent, 0, 4));
    }

    @Test
    void whatIsAskedForLaterExportsStill() throws IOException {
        assertThat(sent(new JoinedScripts(), "scripts/agenda/forms.js"))
                .contains("export function openForm", "class Carry")
                .doesNotContain("export class Carry");
    }

    @Test
    void noTwoScriptsOfAFolderHaveANameInCommon() throws IOException {
        var owners = new HashMap<String, List<String>>();
        for (var script : new PathMatchingResourcePatternResolver()
                .getResources("classpath:META-INF/resources/scripts/agenda/*.js")) {
            AT_THE_TOP
                    .matcher(script.getContentAsString(UTF_8))
                    .results()
                    .forEach(found -> owners.computeIfAbsent(found.group(1), n -> new ArrayList<>())
                            .add(script.getFilename()));
        }
        assertThat(owners).isNotEmpty();
        assertThat(owners.entrySet()).allSatisfy(e -> assertThat(e.getValue()).hasSize(1));
    }

    @Test
    void aStyleSheetLosesItsCommentsAndNothingElse() throws IOException {
        assertThat(sent(new TrimmedStyles(), "styles/tokens.css"))
                .doesNotContain("/*", "\n  ")
                .contains("--lapis:");
    }

    private static String sent(ResourceTransformer transformer, String file) throws IOException {
        var chain = new ResourceTransformerChain() {
            @Override
            public ResourceResolverChain getResolverChain() {
                throw new UnsupportedOperationException("nothing is looked up");
            }

            @Override
            public Resource transform(jakarta.servlet.http.HttpServletRequest request, Resource resource) {
                return resource;
            }
        };
        return transformer
                .transform(new MockHttpServletRequest(), new ClassPathResource("META-INF/resources/" + file), chain)
                .getContentAsString(UTF_8);
    }
}

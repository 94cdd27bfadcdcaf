package org.caravanserai.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Sends one of our scripts together with those that it imports as one file, without comments and without space that says
 * nothing: one small request instead of many. What it asks for later with {@code import()} stays a request of its own. It counts on what our
 * scripts keep to: imports of names at the top, declarations exported where they stand, and no name at the top of two of them.
 */
final class JoinedScripts implements ResourceTransformer {

    private static final Pattern IMPORT = Pattern.compile("(?m)^import\\s[^;]*?from\\s+\"(\\.{1,2}/[^\"]+)\";\\R");
    private static final Pattern EXPORT = Pattern.compile("(?m)^export (?=(?:async )?(?:class|const|function|let)\\b)");
    private static final Pattern BLOCK_COMMENT = Pattern.compile("(?ms)^[ \\t]*/\\*.*?\\*/[ \\t]*$");
    private static final Pattern LINE_COMMENT = Pattern.compile("(?m)^[ \\t]*//.*$");
    private static final Pattern BLANK = Pattern.compile("(?m)^\\s+");
    /** Lines with templates or regular expressions, or with quotes in a text, stay as they are. */
    private static final Pattern PLAIN_LINE = Pattern.compile("(?m)^[^'`/\\\\\\n]+$\\n?");

    /** Where a statement ends or plainly goes on, the line need not end. */
    private static final Pattern GOES_ON = Pattern.compile("([{;,(\\[])\\n$");

    private static final Pattern TEXT_OR_CODE = Pattern.compile("\"[^\"]*\"|[^\"]+");
    private static final Pattern AROUND = Pattern.compile(" ?([={}(),;:?&|<>*]) ?");

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        var file = chain.transform(request, resource);
        var name = file.getFilename();
        if (name == null || !name.endsWith(".js")) {
            return file;
        }
        var parts = new StringBuilder();
        var newest = join(file, true, new HashSet<>(), parts);
        return new TransformedResource(file, parts.toString().getBytes(StandardCharsets.UTF_8)) {
            @Override
            public long lastModified() {
                return newest;
            }
        };
    }

    /** A script as it is sent. */
    static String joined(Resource file) throws IOException {
        var parts = new StringBuilder();
        join(file, true, new HashSet<>(), parts);
        return parts.toString();
    }

    /**
     * Appends a script after all that it needs, each once, and tells when the newest of them was changed. Only what the one
     * that is asked for exports is asked for by others.
     */
    private static long join(Resource file, boolean asked, Set<String> seen, StringBuilder parts) throws IOException {
        seen.add(file.getURL().toString());
        var text = file.getContentAsString(StandardCharsets.UTF_8);
        var newest = file.lastModified();
        for (var imports = IMPORT.matcher(text); imports.find(); ) {
            var needed = file.createRelative(imports.group(1));
            if (!seen.contains(needed.getURL().toString())) {
                newest = Math.max(newest, join(needed, false, seen, parts));
            }
        }
        var own = IMPORT.matcher(text).replaceAll("");
        for (var dropped : List.of(BLOCK_COMMENT, LINE_COMMENT, BLANK)) {
            own = dropped.matcher(own).replaceAll("");
        }
        own = asked ? own : EXPORT.matcher(own).replaceAll("");
        parts.append(PLAIN_LINE.matcher(own).replaceAll(line -> Matcher.quoteReplacement(tight(line.group()))));
        return newest;
    }

    private static String tight(String line) {
        var tight = TEXT_OR_CODE
                .matcher(line)
                .replaceAll(part -> Matcher.quoteReplacement(
                        part.group().startsWith("\"")
                                ? part.group()
                                : AROUND.matcher(part.group()).replaceAll("$1")));
        return GOES_ON.matcher(tight).replaceAll("$1");
    }
}

package org.caravanserai.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/** Sends our style sheets without comments and without space that says nothing. */
final class TrimmedStyles implements ResourceTransformer {

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        var file = chain.transform(request, resource);
        var text = file.getContentAsString(StandardCharsets.UTF_8)
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\s*([{};])\\s*", "$1")
                .replaceAll("([,:])\\s+", "$1");
        return new TransformedResource(file, text.getBytes(StandardCharsets.UTF_8));
    }
}

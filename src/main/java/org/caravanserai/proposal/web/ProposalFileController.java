package org.caravanserai.proposal.web;

import java.util.UUID;
import org.caravanserai.proposal.ProposalFiles;
import org.caravanserai.shell.Attachment;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Sends the files of proposals, always as something to be saved and never to be shown by the browser itself. */
@Controller
class ProposalFileController {

    private final ProposalFiles files;

    ProposalFileController(ProposalFiles files) {
        this.files = files;
    }

    /** What a person may not read is, for her, not there. */
    @GetMapping("/proposals/{code}/files/{file}")
    ResponseEntity<Resource> download(@PathVariable String code, @PathVariable UUID file) {
        try {
            var found = files.download(file);
            if (!found.code().equals(code)) {
                return ResponseEntity.notFound().build();
            }
            return new Attachment(found.name(), found.mediaType(), found.size()).toOne(files.bytes(file));
        } catch (AccessDeniedException e) {
            return ResponseEntity.notFound().build();
        }
    }
}

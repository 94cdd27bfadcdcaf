package org.caravanserai.shell;

import com.vaadin.flow.server.streams.FileUploadCallback;
import com.vaadin.flow.server.streams.TemporaryFileUploadHandler;

/**
 * Takes one large file at a time onto the disk, no larger than it may be; what announces itself as larger is refused before
 * it is read. Whoever is given the file deletes it.
 */
public final class LimitedFileUpload extends TemporaryFileUploadHandler {

    private static final long serialVersionUID = 1L;

    private final long largest;

    /**
     * Takes files and gives them on.
     *
     * @param largest in bytes
     * @param taken is given each file
     */
    public LimitedFileUpload(long largest, FileUploadCallback taken) {
        super(taken);
        this.largest = largest;
    }

    @Override
    public long getFileSizeMax() {
        return largest;
    }

    @Override
    public long getRequestSizeMax() {
        return largest + LimitedUpload.ENVELOPE;
    }

    @Override
    public long getFileCountMax() {
        return 1;
    }
}

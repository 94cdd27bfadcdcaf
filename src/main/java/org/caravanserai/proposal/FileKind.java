package org.caravanserai.proposal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;
import org.caravanserai.text.Clean;

/** What a file is by its bytes, whatever its name says: only these may be kept with a proposal or given to readers. */
public enum FileKind {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    TIFF("image/tiff", "tif", "tiff"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    DOC("application/msword", "doc"),
    PPT("application/vnd.ms-powerpoint", "ppt"),
    XLS("application/vnd.ms-excel", "xls");

    private static final Tika TIKA = new Tika();
    private static final int MOST_ENTRIES = 20_000;

    private final String mediaType;
    private final Set<String> extensions;
    private final String extension;

    FileKind(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = Set.of(extensions);
        this.extension = extensions[0];
    }

    /** What it is called in headers. */
    public String mediaType() {
        return mediaType;
    }

    /** The kind that was found when the file came. */
    static FileKind ofMediaType(String mediaType) {
        return java.util.Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow();
    }

    /** The name to keep: without folders, in one line, and ending as this kind ends. */
    public String nameFor(String typed) {
        var name = Clean.line(typed).replaceFirst("^.*[/\\\\]", "").replaceAll("[\"<>|:*?]", "_");
        if (name.isEmpty() || name.startsWith(".")) {
            name = "file" + name;
        }
        var dot = name.lastIndexOf('.');
        var hasIts = dot > 0 && extensions.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
        var stem = hasIts ? name.substring(0, dot) : name;
        return Clean.cut(stem, 180) + (hasIts ? name.substring(dot) : "." + extension);
    }

    /** The kind of these bytes; empty if they are none of these, or an office file with macros. */
    public static Optional<FileKind> of(byte[] bytes) {
        return switch (TIKA.detect(bytes)) {
            case "application/pdf" -> Optional.of(PDF);
            case "image/png" -> Optional.of(PNG);
            case "image/jpeg" -> Optional.of(JPEG);
            case "image/gif" -> Optional.of(GIF);
            case "image/webp" -> Optional.of(WEBP);
            case "image/tiff" -> Optional.of(TIFF);
            case String type
            when type.startsWith("application/vnd.oasis.opendocument") || isZip(bytes) -> inContainer(bytes);
            case "application/x-tika-msoffice" -> inOldOffice(bytes);
            default -> Optional.empty();
        };
    }

    private static boolean isZip(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    /** Only the list of entries is read and one short entry: a bomb inside stays closed. */
    private static Optional<FileKind> inContainer(byte[] bytes) {
        try {
            var file = Files.createTempFile("upload", ".zip");
            try {
                Files.write(file, bytes);
                try (var zip = new ZipFile(file.toFile())) {
                    if (zip.size() > MOST_ENTRIES) {
                        return Optional.empty();
                    }
                    var names = new HashSet<String>();
                    zip.stream().forEach(entry -> names.add(entry.getName()));
                    var declared = zip.getEntry("mimetype");
                    if (declared != null) {
                        var type = new String(zip.getInputStream(declared).readNBytes(100), StandardCharsets.US_ASCII);
                        return java.util.Arrays.stream(values())
                                .filter(kind -> kind.mediaType.equals(type.strip()))
                                .findFirst();
                    }
                    if (!names.contains("[Content_Types].xml")
                            || names.stream()
                                    .anyMatch(n -> n.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))) {
                        return Optional.empty();
                    }
                    return names.contains("word/document.xml")
                            ? Optional.of(DOCX)
                            : names.contains("ppt/presentation.xml")
                                    ? Optional.of(PPTX)
                                    : names.contains("xl/workbook.xml") ? Optional.of(XLSX) : Optional.empty();
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (java.util.zip.ZipException e) {
            // A damaged container is none of these kinds.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<FileKind> inOldOffice(byte[] bytes) {
        if (contains(bytes, "_VBA_PROJECT")) {
            return Optional.empty();
        }
        return contains(bytes, "WordDocument")
                ? Optional.of(DOC)
                : contains(bytes, "PowerPoint Document")
                        ? Optional.of(PPT)
                        : contains(bytes, "Workbook") ? Optional.of(XLS) : Optional.empty();
    }

    /** Whether the directory of an old office file names a stream; names there are in UTF-16. */
    private static boolean contains(byte[] bytes, String name) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .contains(new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
    }
}

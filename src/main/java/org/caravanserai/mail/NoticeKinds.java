package org.caravanserai.mail;

import java.util.List;

/** The kinds of messages that a module writes: each module that writes any has one such bean. */
public record NoticeKinds(List<NoticeKind> kinds) {

    /** These kinds. */
    public static NoticeKinds of(NoticeKind... kinds) {
        return new NoticeKinds(List.of(kinds));
    }
}

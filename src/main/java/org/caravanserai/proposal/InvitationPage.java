package org.caravanserai.proposal;

import org.jspecify.annotations.Nullable;

/**
 * What the page of an invitation says, in its reader's words.
 *
 * @param sentence who asks for what, or why nothing can be answered
 * @param title the proposal's title; empty where nothing can be answered
 * @param titleLanguage the language of the title where it is not the page's; null where it is
 * @param part the role; empty where nothing can be answered
 * @param as as whom a signed-in reader answers; empty for others
 * @param asksName whether a name has to be written
 * @param name what stands in the field for the name
 * @param problem why an answer was refused; empty if it was not
 * @param address where answers go
 * @param signIn the address to sign in at; empty for those who are signed in
 * @param register the address to register at; empty for those who are signed in
 * @param open whether it can be answered
 */
public record InvitationPage(
        String sentence,
        String title,
        @Nullable String titleLanguage,
        String part,
        String as,
        boolean asksName,
        String name,
        String problem,
        String address,
        String signIn,
        String register,
        boolean open) {

    /** Says why nothing can be answered. */
    public static InvitationPage closed(String sentence) {
        return new InvitationPage(sentence, "", null, "", "", false, "", "", "", "", "", false);
    }
}

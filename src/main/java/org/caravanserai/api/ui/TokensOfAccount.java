package org.caravanserai.api.ui;

import com.vaadin.flow.component.Component;
import org.caravanserai.api.PersonalTokens;
import org.caravanserai.shell.AccountContribution;
import org.caravanserai.shell.Words;

/** Puts a person's tokens into her account. */
@org.springframework.stereotype.Component
class TokensOfAccount implements AccountContribution {

    private final PersonalTokens tokens;

    TokensOfAccount(PersonalTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Component section() {
        return new TokensSection(Words.here(), tokens);
    }
}

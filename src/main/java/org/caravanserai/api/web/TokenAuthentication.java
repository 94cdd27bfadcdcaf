package org.caravanserai.api.web;

import java.util.Optional;
import org.caravanserai.api.Scope;
import org.caravanserai.api.TokenDoor;
import org.caravanserai.people.AccountPrincipal;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** A program that acts for a person by her token. */
final class TokenAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient TokenDoor.Bearer bearer;

    TokenAuthentication(TokenDoor.Bearer bearer) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.bearer = bearer;
        setAuthenticated(true);
    }

    /** The token that this request came with; empty if it came without. */
    static Optional<TokenDoor.Bearer> bearer() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof TokenAuthentication token
                ? Optional.of(token.bearer)
                : Optional.empty();
    }

    /** Whether the token may be used for something. */
    static boolean has(TokenDoor.Bearer bearer, Scope... any) {
        for (var scope : any) {
            if (bearer.scopes().contains(scope)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public AccountPrincipal getPrincipal() {
        return bearer.principal();
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}

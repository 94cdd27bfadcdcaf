package org.caravanserai.review.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.function.Function;
import org.caravanserai.review.ProposalFilter;
import org.caravanserai.review.ProposalOrder;

/**
 * What the list's address carries: filter, order and the proposal that is open. What it cannot read, it leaves out.
 *
 * @param filter what narrows the list
 * @param order what it is sorted by
 * @param descending whether the last comes first
 * @param open the code of the proposal that is read; empty for none
 */
record ListAddress(ProposalFilter filter, ProposalOrder order, boolean descending, String open) {

    static ListAddress of(QueryParameters query) {
        var given = AddressWords.of(query);
        return new ListAddress(
                given.filter(),
                given.first("sort", ProposalOrder::valueOf).orElse(ProposalOrder.SUBMITTED),
                !given.first("order", "up"::equals).orElse(false),
                given.first("open", Function.<String>identity())
                        .filter(s -> s.matches("[0-9A-Z]{6}"))
                        .orElse(""));
    }

    ListAddress with(ProposalFilter changed) {
        return new ListAddress(changed, order, descending, open);
    }

    ListAddress sorted(ProposalOrder changed, boolean down) {
        return new ListAddress(filter, changed, down, open);
    }

    ListAddress opened(String code) {
        return new ListAddress(filter, order, descending, code);
    }

    QueryParameters query() {
        return AddressWords.none()
                .with(filter)
                .with("sort", order == ProposalOrder.SUBMITTED ? "" : order.name())
                .with("order", descending ? "" : "up")
                .with("open", open)
                .query();
    }
}

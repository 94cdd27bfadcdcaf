package org.caravanserai.review.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.function.Function;
import org.caravanserai.review.ProposalFilter;
import org.caravanserai.review.room.Quotas;
import org.caravanserai.review.room.RoomFilter;
import org.caravanserai.review.room.RoomOrder;

/**
 * What the decision room's address carries, so that two chairs can look at the same. What it cannot read, it leaves out.
 *
 * @param filter what narrows the table
 * @param order what it is ranked by
 * @param descending whether the highest comes first
 * @param line how many rows stand above the rank line
 * @param quotas what the selection is held against
 */
record RoomAddress(RoomFilter filter, RoomOrder order, boolean descending, int line, Quotas quotas) {

    static RoomAddress of(QueryParameters query) {
        var given = AddressWords.of(query);
        var filter = given.filter();
        return new RoomAddress(
                new RoomFilter(
                        filter.states(),
                        filter.topics(),
                        filter.types(),
                        filter.countries(),
                        filter.languages(),
                        given.all("tag", Function.identity()),
                        given.all("mark", RoomFilter.Mark::valueOf),
                        filter.words()),
                given.first("sort", RoomOrder::valueOf).orElse(RoomOrder.CORRECTED),
                given.first("order", "down"::equals).orElse(true),
                number(given, "line"),
                new Quotas(
                        number(given, "total"),
                        number(given, "each-topic"),
                        number(given, "each-country"),
                        number(given, "first-time")));
    }

    RoomAddress with(RoomFilter changed) {
        return new RoomAddress(changed, order, descending, line, quotas);
    }

    RoomAddress with(Quotas changed) {
        return new RoomAddress(filter, order, descending, line, changed);
    }

    RoomAddress sorted(RoomOrder changed, boolean down) {
        return new RoomAddress(filter, changed, down, line, quotas);
    }

    RoomAddress drawn(int after) {
        return new RoomAddress(filter, order, descending, after, quotas);
    }

    QueryParameters query() {
        return AddressWords.none()
                .with(new ProposalFilter(
                        filter.states(),
                        filter.topics(),
                        filter.types(),
                        filter.countries(),
                        filter.languages(),
                        filter.words()))
                .with("tag", filter.tags())
                .with("mark", filter.marks())
                .with("sort", order == RoomOrder.CORRECTED ? "" : order.name())
                .with("order", descending ? "" : "up")
                .with("line", line)
                .with("total", quotas.total())
                .with("each-topic", quotas.eachTopic())
                .with("each-country", quotas.eachCountry())
                .with("first-time", quotas.firstTime())
                .query();
    }

    private static int number(AddressWords given, String name) {
        return Math.clamp(given.first(name, Integer::valueOf).orElse(0), 0, Quotas.MOST);
    }
}

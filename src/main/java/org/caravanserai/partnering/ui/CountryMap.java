package org.caravanserai.partnering.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caravanserai.partnering.directory.ParticipantDirectory.Country;
import org.caravanserai.partnering.directory.ParticipantDirectory.Institution;
import org.caravanserai.people.Countries;

/**
 * Where the people of a directory work, as tiles that lie to each other about as the countries do: a dot for each institution,
 * the larger the more are from there. The table behind it says the same in words and names the institutions.
 */
@Tag("figure")
class CountryMap extends Div {

    private static final long serialVersionUID = 1L;
    private static final int WIDTH = 600;
    private static final int HEIGHT = 300;
    private static final int DOT = 18;
    private static final int LARGEST = 7;

    private static final Map<String, Tile> TILES = Map.of(
            "KZ", new Tile(0, 0, 380, 92),
            "UZ", new Tile(0, 104, 220, 92),
            "KG", new Tile(232, 104, 148, 92),
            "TM", new Tile(0, 208, 220, 92),
            "TJ", new Tile(232, 208, 148, 92),
            "JP", new Tile(440, 0, 160, 196),
            "", new Tile(440, 208, 160, 92));

    /** A place on the drawing. */
    private record Tile(int x, int y, int width, int height) {}

    CountryMap(PartnerWords says, List<Country> countries) {
        addClassName("partner-map");
        var words = says.words();
        var drawing = new StringBuilder("<svg viewBox=\"0 0 %d %d\" focusable=\"false\">".formatted(WIDTH, HEIGHT));
        var known = countries.stream()
                .filter(country ->
                        TILES.containsKey(country.code()) && !country.code().isEmpty())
                .collect(Collectors.toMap(Country::code, country -> country));
        for (var code : Countries.MEETING) {
            var here = known.getOrDefault(code, new Country(code, 0, List.of()));
            draw(drawing, tile(code), says.country(code), here.people(), here.institutions());
        }
        var others = countries.stream()
                .filter(country -> !known.containsKey(country.code()))
                .toList();
        draw(
                drawing,
                tile(""),
                words.get("partner.map.others"),
                others.stream().mapToInt(Country::people).sum(),
                others.stream()
                        .flatMap(country -> country.institutions().stream())
                        .toList());
        var svg = new Svg(drawing.append("</svg>").toString());
        svg.getElement().setAttribute("aria-hidden", "true");
        var table = new NativeDetails(words.get("partner.map.table"), table(says, countries));
        table.setOpen(false);
        add(svg, table);
    }

    private static Tile tile(String code) {
        return TILES.getOrDefault(code, new Tile(0, 0, 0, 0));
    }

    /** Names of countries come from a table of ours; what people have written is in the table alone. */
    private static void draw(
            StringBuilder drawing, Tile tile, String name, int people, List<Institution> institutions) {
        drawing.append(("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\"/>"
                        + "<text class=\"map-name\" x=\"%d\" y=\"%d\">%s</text>"
                        + "<text class=\"map-count\" x=\"%d\" y=\"%d\" text-anchor=\"end\">%d</text>")
                .formatted(
                        people == 0 ? "map-none" : "map-some",
                        tile.x(),
                        tile.y(),
                        tile.width(),
                        tile.height(),
                        tile.x() + 12,
                        tile.y() + 26,
                        name,
                        tile.x() + tile.width() - 12,
                        tile.y() + tile.height() - 12,
                        people));
        int across = (tile.width() - 56) / DOT;
        int down = (tile.height() - 44) / DOT;
        for (int i = 0; i < Math.min(institutions.size(), across * down); i++) {
            drawing.append("<circle class=\"map-dot\" cx=\"%d\" cy=\"%d\" r=\"%d\"/>"
                    .formatted(
                            tile.x() + 18 + DOT * (i % across),
                            tile.y() + 46 + DOT * (i / across),
                            Math.min(LARGEST, 2 + 2 * institutions.get(i).people())));
        }
    }

    private static NativeTable table(PartnerWords says, List<Country> countries) {
        var words = says.words();
        var table = new NativeTable();
        table.addClassName("partner-table");
        table.setCaptionText(words.get("partner.map.title"));
        table.getHead()
                .add(new NativeTableRow(
                        new NativeTableHeaderCell(words.get("partner.filter.country")),
                        new NativeTableHeaderCell(words.get("partner.map.people")),
                        new NativeTableHeaderCell(words.get("partner.map.institutions"))));
        for (var country : countries) {
            var head = new NativeTableHeaderCell(says.country(country.code()));
            head.getElement().setAttribute("scope", "row");
            table.getBody()
                    .add(new NativeTableRow(
                            head,
                            new NativeTableCell(words.number(country.people())),
                            new NativeTableCell(country.institutions().stream()
                                    .map(one -> words.text(one.workplace().name()) + " (" + one.people() + ")")
                                    .collect(Collectors.joining(", ")))));
        }
        return table;
    }
}

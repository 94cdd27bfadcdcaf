package org.caravanserai.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.RoomPlanSetUp;
import org.caravanserai.text.LocalizedText;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A plan of the demonstration meeting's halls, drawn here like the halls themselves. */
@Component
@Profile("demo")
class DemoPlan {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 640;
    private static final int WALL = 40;
    private static final int PASSAGE = 100;

    private final RoomPlanSetUp plans;

    DemoPlan(RoomPlanSetUp plans) {
        this.plans = plans;
    }

    void load(Meeting meeting, Cast cast) {
        var halls = cast.rooms.values().stream().sorted().toList();
        var columns = (halls.size() + 1) / 2;
        var plan = plans.add(
                meeting.id(),
                new RoomPlanSetUp.Content(
                        LocalizedText.ofTags(Map.of(
                                "en", "Halls", "ja", "会場全体", "ru", "Залы", "kk", "Залдар", "ky", "Залдар", "uz",
                                "Zallar", "tg", "Толорҳо", "tk", "Zallar")),
                        LocalizedText.ofTags(Map.of(
                                "en",
                                "Two rows of halls along a passage; the entrance is at its left end.",
                                "ja",
                                "通路の両側に会場が並び、入口は通路の左端にあります。",
                                "ru",
                                "Два ряда залов вдоль прохода; вход в его левом конце.",
                                "kk",
                                "Дәліздің екі жағында залдар; кіреберіс оның сол жақ шетінде."))),
                drawn(columns));
        for (int i = 0; i < halls.size(); i++) {
            var across = 1000 * (2 * (i % columns) + 1) / (2 * columns);
            plans.place(meeting.id(), plan, halls.get(i), across, i < columns ? 230 : 770);
        }
    }

    private static byte[] drawn(int columns) {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setColor(new Color(0xf7f5f0));
            pen.fillRect(0, 0, WIDTH, HEIGHT);
            pen.setStroke(new BasicStroke(5));
            var width = (WIDTH - 2 * WALL) / columns;
            var height = (HEIGHT - PASSAGE) / 2 - WALL;
            for (int i = 0; i < columns; i++) {
                hall(pen, WALL + i * width, WALL, width, height);
                hall(pen, WALL + i * width, HEIGHT - WALL - height, width, height);
            }
            pen.setColor(new Color(0x8a5a12));
            pen.fillPolygon(new int[] {8, WALL + 20, 8}, new int[] {HEIGHT / 2 - 26, HEIGHT / 2, HEIGHT / 2 + 26}, 3);
        } finally {
            pen.dispose();
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void hall(Graphics2D pen, int x, int y, int width, int height) {
        pen.setColor(Color.WHITE);
        pen.fillRect(x, y, width, height);
        pen.setColor(new Color(0x56616d));
        pen.drawRect(x, y, width, height);
    }
}

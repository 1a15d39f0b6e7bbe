package org.liudan.access;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.liudan.orders.access.TrackingCodes;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.store.OrderNumber;
import org.liudan.orders.store.TrackingCode;
import org.liudan.settings.Calendars;
import org.liudan.testing.Browser;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An order that a resident raised in a browser, with a photo and a phone number. */
record RaisedOrders(long id, String code, String number, String file) {

    static final String PHONE = "13812345678";

    static RaisedOrders at(Browser resident, String region, String content, RaisedOrderLookup lookup) {
        var draft = between(resident.get("/raise").body(), "name=\"draft\" value=\"", "\"");
        var answer = resident.upload(
                "/raise",
                "灯.png",
                png(),
                "draft",
                draft,
                "content",
                content,
                "region",
                region,
                "person",
                "欧阳某某",
                "phone",
                PHONE,
                "point",
                "110.001,27.12");
        if (answer.status() != 302) {
            throw new AssertionError("Not raised: " + answer.status() + " " + answer.body());
        }
        var code = between(answer.location(), "/track/", "?");
        long id = lookup.codes().find(TrackingCode.parse(code).orElseThrow()).orElseThrow();
        var order = lookup.desk().find(id).orElseThrow();
        return new RaisedOrders(
                id,
                code,
                OrderNumber.of(id, order.raisedAt(), lookup.calendars().current())
                        .text(),
                lookup.jdbc()
                        .sql("select id from order_attachment where order_id = :order")
                        .param("order", id)
                        .query(String.class)
                        .single());
    }

    /** Finds raised orders in the program. */
    record RaisedOrderLookup(OrderDesk desk, TrackingCodes codes, Calendars calendars, JdbcClient jdbc) {}

    static byte[] png() {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String between(String text, String before, String after) {
        int from = text.indexOf(before);
        if (from < 0) {
            throw new AssertionError("There is no " + before + " in " + text);
        }
        int start = from + before.length();
        return text.substring(start, text.indexOf(after, start));
    }
}

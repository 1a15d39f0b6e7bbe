package org.liudan.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stores drawn photos as attachments of orders. */
final class Photos {

    private static final int VARIANTS = 12;
    private static final String INSERT = """
            insert into order_attachment (district_id, order_id, id, name, type, bytes, content, preview, stored_at)
            values (:district, :order, :id, :name, :type, :bytes, :content, :preview, :at)
            on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final int district;
    private final List<Picture> pictures = Picture.variants(VARIANTS);

    Photos(JdbcClient jdbc, int district) {
        this.jdbc = jdbc;
        this.district = district;
    }

    /** Stores a photo and returns its id. */
    String store(long order, String name, int variant, Instant at) {
        var picture = pictures.get(Math.floorMod(variant, pictures.size()));
        jdbc.sql(INSERT)
                .param("district", district)
                .param("order", order)
                .param("id", picture.id())
                .param("name", name)
                .param("type", Picture.TYPE)
                .param("bytes", picture.content().length)
                .param("content", picture.content())
                .param("preview", picture.preview())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return picture.id();
    }
}

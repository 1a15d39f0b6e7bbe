package org.liudan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@AccessDistrict
class PersonalDataTest {

    private static final String ID_NUMBER = "11010519491231002X";
    private static final String PHONE = "13987654321";
    private static final String NAME = "司马无名";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void name_phone_and_identity_number_are_stored_nowhere_in_plain_text() {
        var number = registered();
        for (var table : jdbc.sql("""
                        select table_name
                        from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE'
                        """).query(String.class).list()) {
            for (var secret : List.of(NAME, PHONE, ID_NUMBER)) {
                assertThat(jdbc.sql("select count(*) from " + table + " as t where t::text like :secret")
                                .param("secret", "%" + secret + "%")
                                .query(Long.class)
                                .single())
                        .as(secret + " in " + table)
                        .isZero();
            }
        }
        var page = new Browser(port).as("community").get("/orders/" + number).body();
        assertThat(page).contains("司**", "139****4321", "110***********002X");
        assertThat(page).doesNotContain(NAME, PHONE, ID_NUMBER);
        assertThat(new Browser(port)
                        .as("community")
                        .get("/orders/" + number + "/print")
                        .body())
                .doesNotContain(NAME, PHONE, ID_NUMBER);
    }

    @Test
    void each_request_to_see_personal_data_in_full_is_audited_also_when_refused() {
        var number = registered();
        assertThat(new Browser(port)
                        .as("street")
                        .post("/orders/" + number + "/reveal")
                        .body())
                .contains(NAME, PHONE, ID_NUMBER);
        assertThat(new Browser(port)
                        .as("leader")
                        .post("/orders/" + number + "/reveal")
                        .status())
                .isEqualTo(403);
        assertThat(jdbc.sql("""
                        select account || ' ' || succeeded
                        from audit
                        where kind = 'reveal' and subject = :number
                        order by id
                        """).param("number", number).query(String.class).list())
                .containsExactly("street true", "leader false");
    }

    @Test
    void an_order_is_found_by_its_phone_number_only_by_those_who_see_it() {
        var number = registered();
        assertThat(new Browser(port).as("community").get("/ledger?q=" + PHONE).body())
                .contains(number);
        assertThat(new Browser(port)
                        .as("clerk-431271002001")
                        .get("/ledger?q=" + PHONE)
                        .body())
                .doesNotContain(number);
    }

    private String registered() {
        var clerk = new Browser(port).as("community");
        var answer = clerk.post(
                "/orders/new",
                "channel",
                "phone",
                "happened",
                "2026-11-16",
                "content",
                "楼道灯不亮",
                "region",
                District.COMMUNITY,
                "person",
                NAME,
                "phone",
                PHONE,
                "id-number",
                ID_NUMBER);
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        return RaisedOrders.between(answer.location(), "/orders/", "?");
    }
}

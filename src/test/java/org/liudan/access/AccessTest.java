package org.liudan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.access.Route.SIGN_IN;
import static org.liudan.access.Visitor.DISTRICT;
import static org.liudan.access.Visitor.HOLDING;
import static org.liudan.access.Visitor.LOCAL;
import static org.liudan.access.Visitor.NOBODY;
import static org.liudan.access.Visitor.OFFICE;
import static org.liudan.testing.District.People.CLERK;
import static org.liudan.testing.District.People.DISPATCHER;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.order.Actor;
import org.liudan.orders.store.OrderNumber;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.liudan.testing.Sheet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route for every visitor, with an order of their own region and one of another region. */
@AccessDistrict
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {

    /** Those who see an order of the district's first community that a department holds. */
    private static final Set<Visitor> WITH_DEPARTMENT = Visitor.union(List.of(LOCAL, HOLDING, DISTRICT));
    /** Those who see such an order that an office of the street holds. */
    private static final Set<Visitor> WITH_OFFICE = Visitor.union(List.of(LOCAL, EnumSet.of(OFFICE), DISTRICT));

    @LocalServerPort
    int port;

    @Autowired
    RaisedOrders.RaisedOrderLookup orders;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    District.People people;

    private final Map<Visitor, Browser> browsers = new EnumMap<>(Visitor.class);
    private RaisedOrders withDepartment = new RaisedOrders(0, "", "", "");
    private RaisedOrders withOffice = withDepartment;
    private RaisedOrders elsewhere = withDepartment;

    @BeforeAll
    void signInEverybody() {
        for (var visitor : Visitor.values()) {
            var browser = new Browser(port);
            browsers.put(visitor, visitor == NOBODY ? browser : browser.as(visitor.account));
        }
        withDepartment = raised(District.COMMUNITY);
        var order = orders.desk().find(withDepartment.id()).orElseThrow();
        people.does(CLERK, "report", order, "reasonable", "urgent", "category", "infrastructure.streetlight");
        people.does(DISPATCHER, "sign", order);
        people.does(DISPATCHER, "dispatch", order, "department", "city-management");
        withOffice = raised(District.COMMUNITY);
        order = orders.desk().find(withOffice.id()).orElseThrow();
        people.does(CLERK, "report", order, "reasonable", "urgent", "category", "infrastructure.streetlight");
        people.does(DISPATCHER, "sign", order);
        people.does(DISPATCHER, "assign", order, "office", "431271001-affairs", "responsible", "张三", "days", "3");
        elsewhere = raised("431271218201");
    }

    @Test
    void no_route_is_missing_from_the_table() {
        var listed = new TreeSet<String>();
        Routes.ALL.forEach(route -> listed.add(route.route()));
        OrderRoutes.of(Set.of(), Set.of()).forEach(route -> listed.add(route.route()));
        OrderRoutes.ofSubject(Set.of()).forEach(route -> listed.add(route.route()));
        var mapped = new TreeSet<String>();
        mapping.getHandlerMethods().keySet().forEach(info -> {
            var methods = info.getMethodsCondition().getMethods();
            info.getPatternValues()
                    .forEach(pattern -> mapped.add(
                            (methods.isEmpty() ? "ANY" : methods.iterator().next()) + " " + pattern));
        });
        assertThat(listed).isEqualTo(mapped);
    }

    @Test
    void every_route_answers_everybody_as_the_table_says() {
        assertThat(mismatches(Routes.ALL, withDepartment)).isEmpty();
    }

    @Test
    void an_order_is_shown_to_its_own_units_and_to_nobody_else() {
        assertThat(mismatches(OrderRoutes.of(WITH_DEPARTMENT, HOLDING), withDepartment))
                .isEmpty();
        assertThat(mismatches(OrderRoutes.of(WITH_OFFICE, EnumSet.of(OFFICE)), withOffice))
                .isEmpty();
    }

    @Test
    void an_order_of_another_street_is_shown_only_to_the_district() {
        var routes = OrderRoutes.of(DISTRICT, Set.of());
        assertThat(mismatches(routes, elsewhere)).isEmpty();
    }

    @Test
    void a_subject_is_shown_to_its_region_and_to_the_district() {
        var subject = subject(District.COMMUNITY);
        assertThat(mismatches(OrderRoutes.ofSubject(Visitor.union(List.of(LOCAL, DISTRICT))), subject))
                .isEmpty();
        assertThat(mismatches(OrderRoutes.ofSubject(DISTRICT), subject("431271218201")))
                .isEmpty();
    }

    @Test
    void nothing_that_a_post_can_list_search_or_export_contains_an_order_it_may_not_see() {
        for (var visitor : Visitor.values()) {
            if (visitor == NOBODY || DISTRICT.contains(visitor)) {
                continue;
            }
            for (var page : PageForms.LISTING) {
                var answer = browsers.get(visitor).get(page.replace("{number}", elsewhere.number()));
                assertThat(answer.status())
                        .as(visitor + " " + page)
                        .isIn(visitor.handlesOrders() && !page.equals("/leader") ? List.of(200) : List.of(403, 302));
                assertThat(Sheet.text(answer))
                        .as(visitor + " " + page)
                        .doesNotContain("横岩的井盖")
                        .doesNotContain("/orders/" + elsewhere.number());
            }
        }
        var leader = browsers.get(Visitor.LEADER);
        assertThat(Sheet.text(leader.get("/ledger.xlsx"))).contains(elsewhere.number());
        assertThat(Sheet.text(leader.get("/ledger?q=" + RaisedOrders.PHONE))).contains(elsewhere.number());
        assertThat(Sheet.text(leader.get("/ledger?q=%E4%BA%95%E7%9B%96"))).contains("横岩的井盖");
    }

    private RaisedOrders subject(String region) {
        var keeper = new Actor.Officer(region, "clerk", "clerk");
        Map<String, Object> answers = Map.of(
                "code",
                region,
                "title",
                "户主",
                "region",
                region,
                "helper",
                "帮扶人",
                "people",
                3,
                "employment",
                "farming",
                "insurance",
                "resident",
                "phone",
                RaisedOrders.PHONE);
        long id = orders.desk().nextId();
        orders.desk().raise("fishermen", id, new Attempt("enter", keeper, answers), "subject-" + region);
        var subject = orders.desk().find(id).orElseThrow();
        return new RaisedOrders(
                id, "", OrderNumber.of(subject, orders.calendars().current()).text(), "0".repeat(64));
    }

    private RaisedOrders raised(String region) {
        var content = region.equals(District.COMMUNITY) ? "楼下路灯坏了三天" : "横岩的井盖不见了";
        return RaisedOrders.at(new Browser(port), region, content, orders);
    }

    private List<String> mismatches(List<Route> routes, RaisedOrders order) {
        var mismatches = new ArrayList<String>();
        for (var route : routes) {
            var path = route.path()
                    .replace("{number}", order.number())
                    .replace("{code}", order.code())
                    .replace("{id}", order.file())
                    .replace("{method}", "six-orders")
                    .replace("{account}", "handler-gas-supply")
                    .replace(
                            "{action}",
                            route.path().startsWith("/track")
                                    ? "remark"
                                    : route.path().startsWith("/subjects") ? "leave" : "note");
            for (var visitor : Visitor.values()) {
                var browser = browsers.get(visitor);
                var answer = route.isGet() || route.route().startsWith("ANY")
                        ? browser.get(path)
                        : browser.post(path, route.form().toArray(String[]::new));
                int status = answer.toSignIn() ? SIGN_IN : answer.status();
                int expected = route.answer().applyAsInt(visitor);
                if (status != expected) {
                    mismatches.add(route.route() + " for " + visitor + " answers " + status + ", not " + expected);
                }
            }
        }
        return mismatches;
    }
}

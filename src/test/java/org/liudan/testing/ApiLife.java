package org.liudan.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * The life of an order through the API: it is registered, then six actions follow, one request each. Each response contains the
 * current order. A street's office does the work, because its evidence can be text; a department's evidence is a file, which would
 * need another request.
 */
public final class ApiLife {

    /** One request: an action in a post, with the answers as JSON. */
    public record Call(String seat, String action, String answers) {

        private static Call of(String seat, String action, Map<String, Object> answers) {
            return new Call(seat, action, JSON.writeValueAsString(Map.of("answers", answers)));
        }
    }

    private static final Pattern TOKEN = Pattern.compile("liudan_[\\w-]{43}");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    public static final String CLERK = District.COMMUNITY + "/clerk";
    private static final String DISPATCHER = District.STREET + "/dispatcher";
    private static final String OFFICE = District.STREET + "-affairs/handler";

    private static final Map<String, Object> REGISTERED = Map.of(
            "channel", "phone",
            "happened", "2026-11-16",
            "title", "楼下路灯坏了三天",
            "content", "三栋和四栋之间的路灯坏了三个晚上了，老人家晚上下楼倒垃圾都要打手电筒，昨天有个阿姨踩空了一级台阶。麻烦派人来看一下，最好把灯罩也换掉。",
            "region", District.COMMUNITY,
            "place", "三栋二单元楼下",
            "person", "陈女士",
            "phone", "19900001234");

    public static final String REGISTER =
            JSON.writeValueAsString(Map.of("method", "six-orders", "action", "register", "answers", REGISTERED));

    public static final List<Call> THEN = List.of(
            Call.of(
                    CLERK,
                    "report",
                    Map.of(
                            "reasonable", "urgent",
                            "category", "infrastructure.streetlight",
                            "words", "已到现场看过，今天报街道协调，请您稍等。")),
            Call.of(DISPATCHER, "sign", Map.of("words", "街道已经收到，正在安排。")),
            Call.of(
                    DISPATCHER,
                    "assign",
                    Map.of(
                            "office",
                            District.STREET + "-affairs",
                            "responsible",
                            "王主任",
                            "days",
                            3,
                            "note",
                            "请当天回应群众。")),
            Call.of(OFFICE, "progress", Map.of("note", "您反映的问题我们今天收到了，已经安排人去看，办好后再给您回话。")),
            Call.of(OFFICE, "finish-in-street", Map.of("result", "当天更换灯头两个、灯罩一个，校正灯杆，晚上八点试亮正常；同一线路上另外三盏一并检修。")),
            Call.of(
                    CLERK,
                    "record-rating",
                    Map.of("contact", "phone", "rating", "satisfied", "rating-words", "速度快，谢谢。")));

    /** The arguments of a server on which this can run. */
    public static final List<String> DISTRICT = List.of(
            "--liudan.demo=true",
            "--liudan.demo.password=" + District.PASSWORD,
            "--liudan.password.days=0",
            "--liudan.demo.orders=0",
            "--liudan.demo.messages=none");

    private ApiLife() {}

    /** Lets the security administrator create a program for each post; returns the tokens by post. */
    public static Map<String, String> tokens(int port) {
        var tokens = new HashMap<String, String>();
        var security = new Browser(port).as("security");
        for (var seat : List.of(CLERK, DISPATCHER, OFFICE)) {
            var parts = seat.split("/", -1);
            var page = security.post(
                    "/admin/programs", "name", "bench", "unit", parts[0], "post", parts[1], "expires", "2027-06-30");
            var token = TOKEN.matcher(page.body());
            if (!token.find()) {
                throw new AssertionError("No token for " + seat + ": " + page.status());
            }
            tokens.put(seat, token.group());
        }
        return tokens;
    }
}

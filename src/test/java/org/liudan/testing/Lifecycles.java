package org.liudan.testing;

import static org.liudan.testing.District.People.CLERK;
import static org.liudan.testing.District.People.DISPATCHER;
import static org.liudan.testing.District.People.HANDLER;
import static org.liudan.testing.District.People.RESIDENT;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.liudan.engine.decision.Attempt;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.desk.Outcome;

/** The life of an order in benchmarks: it is raised, then six actions follow, each committed before the next begins. */
public record Lifecycles(OrderDesk desk) {

    /** The id of the evidence file, whose content is the text {@code photo}. */
    public static final String FILE = "55c64d0fcd6f9d5f7c828093857e3fdfda68478bb4e9bd24d481ef391c7804e8";

    public static final Attempt RAISE = new Attempt(
            "raise",
            RESIDENT,
            Map.of(
                    "title", "楼下路灯坏了三天",
                    "content", "三栋和四栋之间的路灯坏了三个晚上了，老人家晚上下楼倒垃圾都要打手电筒，昨天有个阿姨踩空了一级台阶。麻烦派人来看一下，最好把灯罩也换掉。",
                    "region", District.COMMUNITY,
                    "place", "三栋二单元楼下",
                    "person", "陈女士",
                    "phone", "19900001234"));

    public static final List<Attempt> THEN = List.of(
            new Attempt(
                    "report",
                    CLERK,
                    Map.of(
                            "reasonable", "urgent",
                            "category", "infrastructure.streetlight",
                            "words", "已到现场看过，今天报街道协调，请您稍等。")),
            new Attempt("sign", DISPATCHER, Map.of("words", "街道已经收到，正在安排。")),
            new Attempt("dispatch", DISPATCHER, Map.of("department", "city-management", "note", "请当天回应群众。")),
            new Attempt(
                    "accept", HANDLER, Map.of("difficulty", "ordinary", "words", "您好，您反映的问题我们今天收到了，已经安排人去看，办好后再给您回话。")),
            new Attempt(
                    "finish", HANDLER, Map.of("result", "当天更换灯头两个、灯罩一个，校正灯杆，晚上八点试亮正常；同一线路上另外三盏一并检修。", "files", FILE)),
            new Attempt("rate", RESIDENT, Map.of("rating", "satisfied", "rating-words", "速度快，谢谢。")));

    /** Runs the life of one order; {@code committed} receives its id after each commit. */
    public void live(LongConsumer committed) {
        long id = desk.nextId();
        requireDone(desk.raise("six-orders", id, RAISE, UUID.randomUUID().toString()));
        committed.accept(id);
        for (var attempt : THEN) {
            requireDone(desk.perform(id, attempt, UUID.randomUUID().toString()));
            committed.accept(id);
        }
    }

    /** Runs lives with several clients in parallel for some seconds; returns the number of lives per second. */
    public double perSecond(int clients, int seconds) throws Exception {
        return Clients.perSecond(clients, seconds, client -> () -> live(id -> {}));
    }

    private static void requireDone(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            throw new IllegalStateException("Refused: " + refused.reasons());
        }
    }
}

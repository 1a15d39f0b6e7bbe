package org.liudan.engine.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;

/** An order of the six-order method that was raised and changed by six actions, with the input of each decision. */
public final class LivedOrders {

    /** The input of one decision. */
    public record Moment(Order before, DecisionContext context, Attempt attempt) {

        Decision decide() {
            return new Decider(EngineStory.METHOD, before, context).decide(attempt);
        }
    }

    private static final String PHOTO = "55c64d0fcd6f9d5f7c828093857e3fdfda68478bb4e9bd24d481ef391c7804e8";

    private final EngineStory story = new EngineStory();
    private final List<Moment> moments = new ArrayList<>();

    public LivedOrders() {
        take(
                "2026-11-16T09:00",
                Village.RESIDENT,
                "raise",
                Map.of(
                        "content",
                        "三栋和四栋之间的路灯坏了三个晚上了，麻烦派人来看一下，最好把灯罩也换掉。",
                        "region",
                        Village.COMMUNITY,
                        "place",
                        "三栋二单元楼下",
                        "person",
                        "陈女士",
                        "phone",
                        "19900001234"));
        take(
                "2026-11-16T09:20",
                Village.CLERK,
                "report",
                Map.of("reasonable", "urgent", "category", "road", "words", "已到现场看过，今天报街道协调，请您稍等。"));
        take("2026-11-16T10:00", Village.DISPATCHER, "sign", Map.of("words", "街道已经收到，正在安排。"));
        take(
                "2026-11-16T10:05",
                Village.DISPATCHER,
                "dispatch",
                Map.of("department", Village.DEPARTMENT, "note", "请当天回应群众。"));
        take(
                "2026-11-16T11:00",
                Village.HANDLER,
                "accept",
                Map.of("difficulty", "ordinary", "words", "您反映的问题我们今天收到了，已经安排人去看。"));
        take(
                "2026-11-17T15:00",
                Village.HANDLER,
                "finish",
                Map.of("result", "当天更换灯头两个、灯罩一个，校正灯杆，晚上八点试亮正常。", "files", List.of(PHOTO)));
        take("2026-11-17T20:00", Village.RESIDENT, "rate", Map.of("rating", "satisfied", "rating-words", "速度快，谢谢。"));
    }

    public List<Moment> moments() {
        return moments;
    }

    public List<Event> events() {
        return story.events;
    }

    public Order order() {
        return story.order;
    }

    private void take(String at, Actor who, String action, Map<String, Object> answers) {
        story.advanceTo(at);
        var moment = new Moment(story.order, story.context(), new Attempt(action, who, answers));
        moments.add(moment);
        if (moment.decide() instanceof Decision.Moved moved) {
            story.events.addAll(moved.events());
            story.order = moved.order();
        } else {
            throw new IllegalStateException(action + " was refused: " + moment.decide());
        }
    }
}

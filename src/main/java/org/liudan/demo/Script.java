package org.liudan.demo;

import java.util.Optional;
import org.liudan.engine.order.Order;

/** Who does what next in one story, and when. */
final class Script {

    private final Stage stage;
    private final CommunityPart community;
    private final StreetPart street;
    private final DepartmentPart department;
    private final LeaderPart leader;
    private final ResidentPart resident;
    private final PressedPart pressed;
    private final boolean remarks;

    Script(Stage stage) {
        this.stage = stage;
        this.community = new CommunityPart(stage);
        this.street = new StreetPart(stage);
        this.department = new DepartmentPart(stage);
        this.leader = new LeaderPart(stage);
        this.resident = new ResidentPart(stage);
        this.pressed = new PressedPart(stage);
        this.remarks = stage.chance(15);
    }

    /** The usual next thing; empty when the order is closed, or is to be found where it is. */
    Optional<StoryMove> next(Order order) {
        if (order.kin().parent().isPresent()) {
            return pressed.next(order);
        }
        if (!order.open() || stage.plot().halts(order)) {
            return Optional.empty();
        }
        return resident.withdraws(order).or(() -> atStep(order));
    }

    /** What somebody does because a clock has rung. */
    Optional<StoryMove> reaction(Order order) {
        if (order.kin().parent().isPresent()) {
            return Optional.empty();
        }
        return leader.reaction(order).or(() -> remarks ? resident.remarks(order) : Optional.empty());
    }

    private Optional<StoryMove> atStep(Order order) {
        return switch (order.step()) {
            case "placing" -> street.placing(order);
            case "triage" -> community.triage(order);
            case "solving" -> community.solving(order);
            case "explaining" -> community.explaining(order);
            case "signing" -> street.signing(order);
            case "tracking" -> street.tracking(order);
            case "street-work" -> street.streetWork(order);
            case "accepting" -> department.accepting(order);
            case "handling" -> department.handling(order);
            case "limit-setting" -> department.limitSetting(order);
            case "extension-asked" -> street.extension(order);
            case "hang-up-asked" -> leader.hangUpAsked(order);
            case "hung-up" -> department.hungUp(order);
            case "refereeing" -> leader.refereeing(order);
            case "rating" -> community.rating(order);
            case "reviewing" -> street.reviewing(order);
            default -> throw new IllegalStateException("The demonstration knows no step " + order.step());
        };
    }
}

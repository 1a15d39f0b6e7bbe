package org.liudan.demo;

import java.util.Optional;
import org.liudan.engine.order.Order;

/** Decides the next action of one story: who acts, how, and when. */
final class Script {

    private final StoryContext story;
    private final CommunityPart community;
    private final StreetPart street;
    private final DepartmentPart department;
    private final LeaderPart leader;
    private final ResidentPart resident;
    private final SupervisedPart pressed;
    private final boolean residentRemarks;

    Script(StoryContext story) {
        this.story = story;
        this.community = new CommunityPart(story);
        this.street = new StreetPart(story);
        this.department = new DepartmentPart(story);
        this.leader = new LeaderPart(story);
        this.resident = new ResidentPart(story);
        this.pressed = new SupervisedPart(story);
        this.residentRemarks = story.chance(15);
    }

    /** Returns the next action; empty when the order is closed or stays open at this step. */
    Optional<StoryMove> next(Order order) {
        if (order.kin().parent().isPresent()) {
            return pressed.next(order);
        }
        if (!order.open() || story.plan().stopsAt(order)) {
            return Optional.empty();
        }
        return resident.withdraws(order).or(() -> atStep(order));
    }

    /** Returns the reaction to a clock that was warned or breached; may be empty. */
    Optional<StoryMove> reaction(Order order) {
        if (order.kin().parent().isPresent()) {
            return Optional.empty();
        }
        return leader.reaction(order).or(() -> residentRemarks ? resident.remarks(order) : Optional.empty());
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
            default -> throw new IllegalStateException("The demonstration does not know the step " + order.step());
        };
    }
}

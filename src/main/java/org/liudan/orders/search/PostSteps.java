package org.liudan.orders.search;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Role;

/**
 * The steps at which a post has something to do, as {@code method/step}.
 *
 * @param methods all methods, with their earlier versions
 */
record PostSteps(Collection<Method> methods, String post) {

    private static final String RATING = "rating";

    /** The steps at which the post's unit holds an order and this post may move it on. */
    Set<String> held() {
        return methods.stream()
                .flatMap(method -> method.steps().values().stream()
                        .filter(step -> step.holder()
                                .filter(holder -> mayMove(method, step.id(), holder))
                                .isPresent())
                        .map(step -> method.id() + "/" + step.id()))
                .collect(Collectors.toSet());
    }

    /** The steps at which this post may record the resident's rating. */
    Set<String> toRate() {
        return methods.stream()
                .flatMap(method -> method.actions().values().stream()
                        .filter(action -> !action.start()
                                && action.form().keySet().stream()
                                        .anyMatch(field ->
                                                method.field(field).sets().equals(RATING)))
                        .filter(action -> action.by().stream()
                                .anyMatch(role -> role instanceof Role.PostOf postOf
                                        && postOf.post().equals(post)))
                        .flatMap(action -> action.at().stream())
                        .map(step -> method.id() + "/" + step))
                .collect(Collectors.toSet());
    }

    private boolean mayMove(Method method, String step, Role.PostOf holder) {
        return holder.post().equals(post)
                || method.actions().values().stream()
                        .filter(action -> action.at().contains(step) && leads(action))
                        .anyMatch(action -> action.by().contains(new Role.PostOf(holder.party(), post)));
    }

    private static boolean leads(Action action) {
        return action.main() && !action.to().isEmpty();
    }
}
